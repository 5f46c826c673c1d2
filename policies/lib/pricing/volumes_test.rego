package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.lib.pricing

volume(values) := fixture.resource("aws_ebs_volume", "v", values)

volume_amount(values) := [found.desired |
	items := pricing.items with input as fixture.plan([volume(values)])
	some found in items
]

test_allow_when_volumes_have_a_price if {
	volume_amount({"size": 10}) == [1000000]
	volume_amount({"size": 10, "type": "gp3"}) == [800000]
	volume_amount({"size": 40, "type": "gp3", "iops": 4000, "throughput": 130}) == [8400000]
	volume_amount({"size": 40, "type": "gp3", "iops": 3000, "throughput": 125}) == [3200000]
	volume_amount({"size": 30, "type": "io1", "iops": 300}) == [23250000]
	volume_amount({"size": 20, "type": "standard"}) == [1000000]
	charges([volume({"size": 20, "type": "standard"})]) == {["aws_ebs_volume.v", "other", "requests to magnetic volumes: $0.05 a million"]}
}

test_allow_when_what_is_ordered_costs_as_much_as_the_volume if {
	volume_amount({"size": 52, "type": "io1", "iops": 100}) == [13000000]
}

test_undecided_when_a_volume_is_not_known_enough if {
	reasons([volume({})]) == {["aws_ebs_volume.v", "size", "the size of a volume is not set"]}
	reasons([volume({"size": 2.5})]) == {["aws_ebs_volume.v", "size", "the size of a volume is not of the expected type"]}
	reasons([fixture.hiding(volume({}), {"size": ["var.size"]})]) == {["aws_ebs_volume.v", "size", "the size of a volume is not known yet"]}
	reasons([volume({"size": 8, "type": "zp9"})]) == {["aws_ebs_volume.v", "size", "the price book has no row ebs.zp9"]}
	reasons([volume({"size": 8, "type": "io2"})]) == {["aws_ebs_volume.v", "size", "the operations of a volume (iops) are not set"]}
	reasons([fixture.hiding(volume({"size": 8, "type": "gp3"}), {"iops": ["var.iops"]})]) == {["aws_ebs_volume.v", "size", "what is ordered beyond the volume's own speed is not known yet"]}
	reasons([fixture.hiding(volume({"size": 8}), {"type": ["var.type"]})]) == {["aws_ebs_volume.v", "size", "the type of a volume is left to the image: set volume_type"]}
}
