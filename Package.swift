// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "swift-vif",
  products: [
    .library(name: "VIFModel", targets: ["VIFModel"]),
    .library(name: "InterfaceXML", targets: ["InterfaceXML"]),
    .library(name: "DomainXML", targets: ["DomainXML"]),
    .library(name: "VIFTranslator", targets: ["VIFTranslator"]),
    .library(name: "NovaImport", targets: ["NovaImport"]),
    .library(name: "LibvirtAttach", targets: ["LibvirtAttach"]),
    .executable(name: "vif", targets: ["vif"]),
  ],
  traits: [
    .trait(
      name: "Libvirt",
      description: "Hot-plug through libvirt: needs libvirt's headers (Debian: libvirt-dev)."
    )
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries: what a short run does without is loaded when it is first called, and not linked
    // with. Their headers are looked for where C's are, those of libxml2 below `libxml2` there.
    .target(name: "CLoading", linkerSettings: [.linkedLibrary("dl")]),
    .target(
      name: "CLibXML2",
      dependencies: ["CLoading"],
      cSettings: [.headerSearchPath("headers")]
    ),
    .target(
      name: "CLibvirt",
      dependencies: ["CLoading"],
      cSettings: [.define("VIF_LIBVIRT", .when(traits: ["Libvirt"]))]
    ),

    // What every module speaks of: addresses, and what is wrong with an input.
    .target(name: "Diagnostics"),
    .target(name: "Addresses", dependencies: ["Diagnostics"]),
    .target(name: "FileAccess", dependencies: ["Diagnostics"]),
    .target(name: "JSONText", dependencies: ["Diagnostics", "FileAccess"]),

    // The data's way: JSON -> VIFModel -> VIFTranslator -> InterfaceXML -> libvirt.
    .target(name: "VIFModel", dependencies: ["Addresses", "Diagnostics", "JSONText"]),
    .target(
      name: "InterfaceXML",
      dependencies: ["Addresses", "CLibXML2", "Diagnostics", "FileAccess"]
    ),
    .target(name: "DomainXML", dependencies: ["Addresses", "Diagnostics", "InterfaceXML"]),
    .target(
      name: "VIFTranslator",
      dependencies: [
        "Addresses", "Diagnostics", "FileAccess", "InterfaceXML", "JSONText", "VIFModel",
      ]
    ),
    // Records of OpenStack's, on their way to VIFModel and VIFTranslator.
    .target(
      name: "NovaImport",
      dependencies: [
        "Addresses", "Diagnostics", "InterfaceXML", "JSONText", "VIFModel", "VIFTranslator",
      ]
    ),
    .target(
      name: "GoldenFiles",
      dependencies: ["Diagnostics", "FileAccess", "JSONText", "NovaImport", "VIFTranslator"]
    ),
    .target(
      name: "LibvirtAttach",
      dependencies: [
        "Addresses", "Diagnostics", "DomainXML", "FileAccess", "InterfaceXML",
        .target(name: "CLibvirt", condition: .when(traits: ["Libvirt"])),
      ]
    ),
    .executableTarget(
      name: "vif",
      dependencies: [
        "Addresses", "Diagnostics", "DomainXML", "FileAccess", "GoldenFiles", "InterfaceXML",
        "JSONText", "LibvirtAttach", "NovaImport", "VIFModel", "VIFTranslator",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    // Programs that tests run, the built `vif` above all, and folders for their files.
    .target(name: "JSONTree", dependencies: ["Diagnostics", "JSONText"], path: "Tests/JSONTree"),
    .target(name: "ToolRun", dependencies: ["LibvirtAttach"], path: "Tests/ToolRun"),
    // Guests to plug into: libvirt's embedded QEMU driver, in namespaces of its own.
    .target(
      name: "Lab",
      dependencies: [
        "LibvirtAttach", "ToolRun",
        .target(name: "CLibvirt", condition: .when(traits: ["Libvirt"])),
      ],
      path: "Tests/Lab",
      exclude: [
        "bridge.json", "cache.sh", "demo.sh", "faults-in-readme.sh", "faults.sh", "guest", "host",
        "in-namespaces.sh", "install.sh", "lab.sh", "other-suite.sh", "privileges.sh",
        "unpack.sh", "with-lab.sh", "within.sh", "without-libvirt.sh",
      ]
    ),
    // nova's answers beside ours, over a corpus that is given as an argument.
    .executableTarget(
      name: "NovaDifferential",
      dependencies: [
        "Diagnostics", "DomainXML", "FileAccess", "InterfaceXML", "JSONText", "JSONTree",
        "LibvirtAttach", "NovaImport", "VIFModel", "VIFTranslator",
      ],
      path: "Tests/NovaDifferential",
      exclude: ["environment.sh", "ask_nova.py", "run.sh"]
    ),
    // What versions of libvirt made of interfaces, beside what is made of them here.
    .executableTarget(
      name: "LibvirtConformance",
      dependencies: ["Diagnostics", "FileAccess", "InterfaceXML", "JSONText"],
      path: "Tests/LibvirtConformance"
    ),
    // Random interfaces, put before the installed libvirt.
    .executableTarget(
      name: "RandomInterfaces",
      dependencies: [
        "Addresses", "Diagnostics", "InterfaceXML", "LibvirtAttach", "SeededRandom",
      ],
      path: "Tests/RandomInterfaces"
    ),
    // Every interface of libvirt's own tests, read and written.
    .executableTarget(
      name: "LibvirtRoundTrip",
      dependencies: ["Diagnostics", "FileAccess", "InterfaceXML"],
      path: "Tests/LibvirtRoundTrip",
      exclude: ["fetch.sh", "run.sh"]
    ),
    .target(name: "SeededRandom", path: "Tests/SeededRandom"),
    // The real os-vif's answers beside ours.
    .executableTarget(
      name: "OSVIFDifferential",
      dependencies: [
        "Addresses", "Diagnostics", "FileAccess", "JSONText", "JSONTree", "SeededRandom",
        "VIFModel",
      ],
      path: "Tests/OSVIFDifferential",
      exclude: ["environment.sh", "osvif.py", "run.sh"]
    ),
    // Something to measure: each part of the way from JSON to XML, and back.
    .executableTarget(
      name: "Bench",
      dependencies: [
        "Diagnostics", "FileAccess", "InterfaceXML", "JSONText", "SeededRandom", "VIFModel",
        "VIFTranslator",
      ],
      path: "Tests/Bench/Program"
    ),

    // Something to look for leaks in: all that talks to libvirt.
    .executableTarget(
      name: "LeakCheck",
      dependencies: ["LibvirtAttach"],
      path: "Tests/LeakCheck",
      exclude: ["dynamic-linker.supp", "run.sh", "swift-runtime.supp"]
    ),

    // What hot-plug costs beside libvirt's own calls, on a guest of the lab's.
    .executableTarget(
      name: "HotPlugOverhead",
      dependencies: [
        "Lab", "LibvirtAttach",
        .target(name: "CLibvirt", condition: .when(traits: ["Libvirt"])),
      ],
      path: "Tests/HotPlugOverhead"
    ),

    // An object of every class.
    .target(name: "VIFSamples", dependencies: ["VIFModel"], path: "Tests/VIFSamples"),

    .testTarget(name: "AddressesTests", dependencies: ["Addresses", "Diagnostics"]),
    .testTarget(
      name: "JSONTextTests",
      dependencies: ["Diagnostics", "FileAccess", "JSONText", "JSONTree", "ToolRun"]
    ),
    .testTarget(
      name: "VIFModelTests",
      dependencies: [
        "Addresses", "Diagnostics", "JSONText", "JSONTree", "SeededRandom", "ToolRun", "VIFModel",
        "VIFSamples",
      ]
    ),
    .testTarget(
      name: "InterfaceXMLTests",
      dependencies: ["FileAccess", "InterfaceXML", "ToolRun"]
    ),
    .testTarget(name: "DomainXMLTests", dependencies: ["DomainXML", "InterfaceXML"]),
    .testTarget(
      name: "SchemaTests",
      dependencies: [
        "Diagnostics", "GoldenFiles", "JSONText", "NovaImport", "ToolRun", "VIFSamples",
        "VIFTranslator", "vif",
      ],
      exclude: ["mutants.py", "validate.py"]
    ),
    .testTarget(
      name: "VIFTranslatorTests",
      dependencies: ["JSONText", "ToolRun", "VIFTranslator"]
    ),
    .testTarget(
      name: "NovaImportTests",
      dependencies: ["Diagnostics", "JSONText", "NovaImport", "VIFTranslator"]
    ),
    .testTarget(
      name: "ToolTests",
      dependencies: [
        "FileAccess", "JSONTree", "SeededRandom", "ToolRun", "vif",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .testTarget(
      name: "GoldenTests",
      dependencies: ["Diagnostics", "GoldenFiles", "InterfaceXML", "LibvirtAttach"]
    ),
    .testTarget(
      name: "LibvirtAttachTests",
      dependencies: [
        "Addresses", "Diagnostics", "InterfaceXML", "Lab", "LibvirtAttach", "ToolRun", "vif",
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}

// `VIF_DOCS=1 swift package generate-documentation`: who uses the package needs no such plug-in.
if Context.environment["VIF_DOCS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0")
  )
}
