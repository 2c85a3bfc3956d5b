// Go: encoding/json and libvirt's own package of types for its documents.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	libvirtxml "github.com/libvirt/libvirt-go-xml"
)

type object[Data any] struct {
	Data Data `json:"versioned_object.data"`
}

type vif struct {
	Address    string `json:"address"`
	BridgeName string `json:"bridge_name"`
	VIFName    string `json:"vif_name"`
	Profile    object[struct {
		InterfaceID string `json:"interface_id"`
	}] `json:"port_profile"`
	Network object[struct {
		MTU uint `json:"mtu"`
	}] `json:"network"`
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

func write(mac, bridge, id, device string, mtu uint) string {
	document := libvirtxml.DomainInterface{
		MAC: &libvirtxml.DomainInterfaceMAC{Address: mac},
		Source: &libvirtxml.DomainInterfaceSource{
			Bridge: &libvirtxml.DomainInterfaceSourceBridge{Bridge: bridge},
		},
		VirtualPort: &libvirtxml.DomainInterfaceVirtualPort{
			Params: &libvirtxml.DomainInterfaceVirtualPortParams{
				OpenVSwitch: &libvirtxml.DomainInterfaceVirtualPortParamsOpenVSwitch{
					InterfaceID: id,
				},
			},
		},
		Target: &libvirtxml.DomainInterfaceTarget{Dev: device},
		Model:  &libvirtxml.DomainInterfaceModel{Type: "virtio"},
		Driver: &libvirtxml.DomainInterfaceDriver{Name: "vhost", Queues: 4},
		MTU:    &libvirtxml.DomainInterfaceMTU{Size: mtu},
	}
	text, err := document.Marshal()
	check(err)
	return text + "\n"
}

func full(line string) string {
	var read object[vif]
	check(json.Unmarshal([]byte(line), &read))
	data := &read.Data
	return write(data.Address, data.BridgeName, data.Profile.Data.InterfaceID, data.VIFName,
		data.Network.Data.MTU)
}

func build(port string) string {
	fields := strings.Split(port, "\t")
	mtu, err := strconv.ParseUint(fields[4], 10, 32)
	check(err)
	return write(fields[0], fields[1], fields[2], fields[3], uint(mtu))
}

func parse(document string) libvirtxml.DomainInterface {
	var read libvirtxml.DomainInterface
	check(read.Unmarshal(document))
	return read
}

func printed(document string) string {
	read := parse(document)
	text, err := read.Marshal()
	check(err)
	return text + "\n"
}

// The time that all threads have been running, the collector's too, in nanoseconds.
func cpuTime() int64 {
	var usage syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return usage.Utime.Nano() + usage.Stime.Nano()
}

// What is done, to which inputs, and how to write it as a document.
type stage struct {
	items []string
	work  func(string)
	text  func(string) string
}

func pieces(folder, name, end string) []string {
	text, err := os.ReadFile(filepath.Join(folder, name))
	check(err)
	found := strings.SplitAfter(string(text), end)
	return found[:len(found)-1]
}

func trimmed(lines []string) []string {
	for index := range lines {
		lines[index] = strings.TrimSuffix(lines[index], "\n")
	}
	return lines
}

func obey(folder string) {
	lines := trimmed(pieces(folder, "vifs.jsonl", "\n"))
	ports := trimmed(pieces(folder, "fields.tsv", "\n"))
	documents := pieces(folder, "documents.xml", "</interface>\n")
	stages := map[string]stage{
		"full":  {lines, func(item string) { full(item) }, full},
		"build": {ports, func(item string) { build(item) }, build},
		"parse": {documents, func(item string) { parse(item) }, printed},
	}
	fmt.Println("ready full build parse")
	for input := bufio.NewScanner(os.Stdin); input.Scan(); {
		words := strings.Fields(input.Text())
		stage := stages[words[1]]
		if words[0] == "pass" {
			count, err := strconv.Atoi(words[2])
			check(err)
			start := cpuTime()
			for index := 0; index < count; index++ {
				stage.work(stage.items[index%len(stage.items)])
			}
			fmt.Println(cpuTime() - start)
		} else {
			file, err := os.Create(words[2])
			check(err)
			for _, item := range stage.items {
				_, err := file.WriteString(stage.text(item))
				check(err)
			}
			check(file.Close())
			fmt.Println("done")
		}
	}
}

func main() {
	runtime.GOMAXPROCS(1)
	switch {
	case len(os.Args) == 3 && os.Args[1] == "--one":
		line, err := os.ReadFile(os.Args[2])
		check(err)
		fmt.Print(full(string(line)))
	case len(os.Args) == 2:
		obey(os.Args[1])
	default:
		fmt.Fprintln(os.Stderr, "usage: libvirtxml FOLDER | --one FILE")
		os.Exit(2)
	}
}
