module swift-vif/bench

go 1.19
