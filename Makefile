# The one file that `make run` plugs in, and the ones that it translates before.
PLUG ?= Tests/Lab/bridge.json
SAMPLES ?= Golden/openvswitch/create-tap.json Golden/vhostuser/client.json \
  Golden/direct/profile-8021qbg.json Golden/hostdevice/vdpa.json $(PLUG)
# Options for every build, as `--disable-sandbox`.
SWIFTFLAGS ?=
# Tests wait for guests: all at once, they would hold up those that are at it.
TESTFLAGS := --disable-xctest --experimental-maximum-parallelization-width 8

.DEFAULT_GOAL := build
.PHONY: run build release test faults lint leaks differential osvif-differential nova-differential conformance \
  random-interfaces roundtrip newer-libxml2 bench bench-baseline docs

# Translates the samples, then plugs a VIF into a guest that lives as long as the demo.
run:
	Tests/Lab/install.sh build guest
	swift build $(SWIFTFLAGS) --traits Libvirt --product vif
	@VIF="$$(swift build $(SWIFTFLAGS) --traits Libvirt --show-bin-path)/vif" \
	  Tests/Lab/demo.sh $(PLUG) $(SAMPLES)

build:
	Tests/Lab/install.sh build
	swift build $(SWIFTFLAGS) --traits Libvirt

# The tool for everyday use: it starts fast, and runs where there is no Swift. libvirt and libxml2 are
# loaded when they are first needed, and may be missing where they are not. make release TRAITS= leaves
# out all that talks to libvirt, and needs no headers of it. Completions for shells lie beside it.
release: TRAITS ?= Libvirt
release:
	Tests/Lab/install.sh build
	@folder=$$(Tests/Bench/build.sh vif $(SWIFTFLAGS) $(if $(TRAITS),--traits $(TRAITS))) && \
	  Tests/Bench/completions.sh "$$folder" && echo "$$folder/vif"

test: lint
	Tests/Lab/install.sh build guest hotplug schema
	Tests/Lab/without-libvirt.sh swift test $(SWIFTFLAGS) $(TESTFLAGS)
	swift build $(SWIFTFLAGS) --build-tests --traits Libvirt
	Tests/Lab/with-lab.sh \
	  swift test $(SWIFTFLAGS) $(TESTFLAGS) --skip-build --traits Libvirt
	Tests/Lab/with-lab.sh env VIF_LAB_ALONE=1 \
	  swift test $(SWIFTFLAGS) $(TESTFLAGS) --skip-build --traits Libvirt --filter Faults
	Tests/Lab/install.sh python
	SEED=1 IF_REACHABLE=1 Tests/OSVIFDifferential/run.sh $(SWIFTFLAGS) --traits Libvirt
	-Tests/Lab/install.sh leaks
	IF_REACHABLE=1 Tests/Bench/instructions.sh --check $(SWIFTFLAGS)

# Brings about what can go wrong, most of it 100 times, and prints the table of what was observed;
# README=1 puts it into README.md: make faults ROUNDS=100 README=1
faults:
	Tests/Lab/install.sh build guest hotplug
	swift build $(SWIFTFLAGS) --build-tests --traits Libvirt
	swift build $(SWIFTFLAGS) -c release --traits Libvirt --product HotPlugOverhead
	Tests/Lab/with-lab.sh Tests/Lab/faults.sh $(or $(ROUNDS),100) .build/faults.md $(SWIFTFLAGS)
	$(if $(README),Tests/Lab/faults-in-readme.sh .build/faults.md $(SWIFTFLAGS))

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

# Looks for memory and descriptors that calls to libvirt leave behind.
leaks:
	Tests/Lab/install.sh build guest hotplug leaks
	Tests/Lab/with-lab.sh Tests/LeakCheck/run.sh $(SWIFTFLAGS)

# Compares with nova over a corpus: make differential CORPUS=FOLDER
differential:
	Tests/Lab/install.sh build
	swift run $(SWIFTFLAGS) --traits Libvirt NovaDifferential $(CORPUS)

# Compares with recorded answers of libvirt's: make conformance CORPUS=FOLDER
conformance:
	Tests/Lab/install.sh build
	swift run $(SWIFTFLAGS) LibvirtConformance $(CORPUS)

# Puts random interfaces before the installed libvirt: make random-interfaces COUNT=10000 SEED=1
random-interfaces:
	Tests/Lab/install.sh build
	swift run $(SWIFTFLAGS) --traits Libvirt RandomInterfaces $(or $(COUNT),10000) $(SEED)

# Reads and writes the interfaces of libvirt's own tests, out of its source package.
roundtrip:
	Tests/Lab/install.sh build
	Tests/LibvirtRoundTrip/run.sh $(SWIFTFLAGS)

# Builds and tests with a newer libxml2 of Debian's, which is not installed.
newer-libxml2:
	Tests/Lab/install.sh build
	Tests/NewerLibXML2/run.sh $(SWIFTFLAGS)

# Compares with the real os-vif from PyPI, on random objects: make osvif-differential SEED=NUMBER
osvif-differential:
	Tests/Lab/install.sh build python
	Tests/OSVIFDifferential/run.sh $(SWIFTFLAGS) --traits Libvirt

# Compares with the real nova from PyPI, on random inputs, and in speed if asked to:
# make nova-differential SEED=NUMBER SPEED=1
nova-differential:
	Tests/Lab/install.sh build python
	Tests/NovaDifferential/run.sh $(SWIFTFLAGS) --traits Libvirt

# Runs vif beside its peers, and prints tables: make bench ROUNDS=9 LINES=1000000
bench:
	Tests/Lab/install.sh build python bench
	Tests/Bench/run.sh $(SWIFTFLAGS)

# Counts the instructions that a document costs, and fails where one costs more than a tenth above
# what was recorded; make bench-baseline RECORD=1 records them anew.
bench-baseline:
	Tests/Lab/install.sh build leaks
	Tests/Bench/instructions.sh $(if $(RECORD),--record,--check) $(SWIFTFLAGS)

# Writes the model's reference to .build/docs.
docs:
	VIF_DOCS=1 swift package $(SWIFTFLAGS) --allow-writing-to-directory .build/docs \
	  generate-documentation --target VIFModel --output-path .build/docs --warnings-as-errors
