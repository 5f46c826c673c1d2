package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.lib.pricing

provider(expressions) := {"full_name": "registry.terraform.io/hashicorp/aws", "expressions": expressions}

literal(name) := provider({"region": {"constant_value": name}})

alb := fixture.by_provider(fixture.alb, "aws")

# [address, reason] of what has no price, and the sum at desired size.
in_regions(resources, providers) := {"unpriced": {[found.address, found.reason] | some found in unpriced}, "sum": sum([item.desired | some item in items])} if {
	doc := fixture.plan_of_providers(resources, providers)
	unpriced := pricing.unpriced with input as doc
	items := pricing.items with input as doc
}

elsewhere(name) := concat("", ["it is in ", name, ", and the price book holds the prices of eu-south-2, eu-west-1, us-east-1"])

unsaid(why) := concat("", ["in which region it stands is not known: ", why, ", and the price book holds the prices of eu-south-2, eu-west-1, us-east-1"])

test_allow_when_the_provider_is_in_the_region_of_the_book if {
	in_regions([alb], {"aws": literal("us-east-1")}) == {"unpriced": set(), "sum": 23725000}
	in_regions([alb], {"aws": literal("us-east-1"), "aws.eu": literal("sa-east-1")}) == {"unpriced": set(), "sum": 23725000}
}

test_a_provider_may_have_another_name if {
	amazon := fixture.by_provider(fixture.alb, "amazon")
	in_regions([amazon], {"amazon": object.union(literal("sa-east-1"), {"full_name": "registry.terraform.io/hashicorp/amazon"})}).unpriced == {["aws_lb.alb", elsewhere("sa-east-1")]}
}

test_undecided_when_the_provider_is_elsewhere if {
	in_regions([alb], {"aws": literal("sa-east-1")}) == {"unpriced": {["aws_lb.alb", elsewhere("sa-east-1")]}, "sum": 0}
	in_regions([fixture.by_provider(fixture.alb, "aws.eu")], {"aws": literal("us-east-1"), "aws.eu": literal("sa-east-1")}).unpriced == {["aws_lb.alb", elsewhere("sa-east-1")]}
}

test_undecided_when_the_region_of_the_provider_is_not_known if {
	unknown := {"unpriced": {["aws_lb.alb", unsaid("the region of its provider is not known yet")]}, "sum": 23725000}
	in_regions([alb], {"aws": provider({"region": {"references": ["local.region"]}})}).sum == 23725000
	in_regions([alb], {"aws": provider({"region": {"constant_value": "production"}})}) == unknown
	none := {["aws_lb.alb", unsaid("its provider names no region")]}
	in_regions([alb], {"aws": provider({})}).unpriced == none
	in_regions([alb], {"aws": {"full_name": null}}).unpriced == none
	in_regions([alb], {"aws.other": literal("us-east-1")}).unpriced == none
}

test_what_others_of_the_provider_show_tells_the_region if {
	here := fixture.by_provider(fixture.resource("aws_subnet", "a", {"availability_zone": "us-east-1a"}), "aws")
	in_regions([alb, here], {"aws": provider({})}).unpriced == set()
	there := fixture.by_provider(fixture.resource("aws_security_group", "a", {"arn": "arn:aws:ec2:sa-east-1:123456789012:security-group/sg-1"}), "aws")
	in_regions([alb, there], {"aws": provider({})}) == {"unpriced": {["aws_lb.alb", elsewhere("sa-east-1")]}, "sum": 0}
	foreign := fixture.by_provider(there, "aws.eu")
	in_regions([alb, foreign], {"aws": provider({}), "aws.eu": literal("sa-east-1")}).unpriced == {["aws_lb.alb", unsaid("its provider names no region")]}
}

test_a_module_may_be_given_any_provider if {
	inside := fixture.by_provider(fixture.alb, "module.a:aws")
	in_regions([inside], {"aws": literal("us-east-1"), "module.a:aws": {"full_name": "registry.terraform.io/hashicorp/aws"}}).unpriced == set()
	in_regions([inside], {"aws": literal("us-east-1"), "aws.eu": literal("sa-east-1")}).unpriced == {["aws_lb.alb", unsaid("which of the AWS providers its module is given is not shown")]}
	in_regions([inside], {"aws": literal("us-east-1"), "google": {"full_name": "registry.terraform.io/hashicorp/google", "expressions": {"region": {"constant_value": "europe-west1"}}}}).unpriced == set()
	in_regions([inside], {"aws": literal("sa-east-1"), "aws.eu": literal("sa-east-1")}).unpriced == {["aws_lb.alb", elsewhere("sa-east-1")]}
	in_regions([fixture.changing(inside, {"region": "us-east-1"})], {"aws": literal("us-east-1"), "aws.eu": literal("sa-east-1")}).unpriced == set()
	in_regions([inside], {"aws": literal("sa-east-1"), "module.a:aws": literal("us-east-1")}).unpriced == set()
	in_regions([inside], {"module.b:aws": {"full_name": "registry.terraform.io/hashicorp/aws"}}).unpriced == {["aws_lb.alb", unsaid("its provider names no region")]}
}

test_undecided_when_the_resource_is_elsewhere if {
	providers := {"aws": literal("us-east-1")}
	in_regions([fixture.changing(alb, {"region": "sa-east-1"})], providers).unpriced == {["aws_lb.alb", elsewhere("sa-east-1")]}
	in_regions([fixture.changing(alb, {"arn": "arn:aws:elasticloadbalancing:sa-east-1:1:x"})], {}).unpriced == {["aws_lb.alb", elsewhere("sa-east-1")]}
	own := object.union(fixture.changing(alb, {"region": "us-east-1"}), {"expressions": {"region": {"constant_value": "us-east-1"}}})
	in_regions([own], {"aws": literal("sa-east-1")}).unpriced == set()
	late := object.union(alb, {"unknown": {"region": true}, "expressions": {"region": {"references": ["var.region"]}}})
	in_regions([late], providers).unpriced == {["aws_lb.alb", "its region is not known yet, and the price book holds the prices of regions"]}
}

with_endpoint(url) := provider({"region": {"constant_value": "us-east-1"}, "endpoints": [{"ec2": {"constant_value": url}}]})

test_endpoints_tell_the_region if {
	in_regions([alb], {"aws": with_endpoint("https://ec2.sa-east-1.amazonaws.com")}).unpriced == {["aws_lb.alb", elsewhere("sa-east-1")]}
	in_regions([alb], {"aws": with_endpoint("https://ec2.us-east-1.amazonaws.com")}).unpriced == set()
	in_regions([alb], {"aws": with_endpoint("http://localhost:4566")}).unpriced == set()
}

test_undecided_in_a_local_zone_and_on_an_outpost if {
	local_zone := fixture.resource("aws_subnet", "a", {"availability_zone": "us-east-1-bos-1a"})
	reasons([local_zone]) == {["aws_subnet.a", "availability_zone", elsewhere("us-east-1-bos-1a")]}
	balancer := fixture.resource("aws_elb", "elb", {"availability_zones": ["us-east-1a", "sa-east-1b"]})
	reasons([balancer]) == {["aws_elb.elb", "availability_zones", elsewhere("sa-east-1b")]}
	outpost := fixture.resource("aws_subnet", "a", {"outpost_arn": "arn:aws:outposts:us-east-1:1:outpost/op-1"})
	reasons([outpost]) == {["aws_subnet.a", "outpost_arn", "it stands on an Outpost, and the price book holds the prices of a region"]}
}

test_a_region_of_the_book_has_its_own_prices if {
	volume := fixture.by_provider(fixture.resource("aws_ebs_volume", "v", {"size": 100, "type": "gp3"}), "aws")
	in_regions([volume], {"aws": literal("us-east-1")}) == {"unpriced": set(), "sum": 8000000}
	in_regions([volume], {"aws": literal("eu-west-1")}) == {"unpriced": set(), "sum": 8800000}
	in_regions([fixture.changing(volume, {"availability_zone": "eu-south-2a"})], {}) == {"unpriced": set(), "sum": 8800000}
	in_regions([alb], {"aws": literal("eu-west-1")}) == {
		"unpriced": {
			["aws_lb.alb", "the price book has no row lb.application for eu-west-1"],
			["aws_lb.alb", "the price book has no row ipv4 for eu-west-1"],
		},
		"sum": 0,
	}
}

test_a_row_of_another_region_begins_with_its_name if {
	book := object.union(data.defaults.prices, {"rows": {"eu-west-1.lb.application": {"micro_usd": 1000}, "eu-west-1.ipv4": {"micro_usd": 1}}})
	found := in_regions([alb], {"aws": literal("eu-west-1")}) with data.settings.prices as book
	found == {"unpriced": set(), "sum": 731460}
}

test_the_regions_of_the_prices_are_told if {
	basis := pricing.basis with input as fixture.plan_of_providers([alb, fixture.by_provider(fixture.resource("aws_ebs_volume", "v", {"size": 1}), "aws.eu")], {"aws": literal("us-east-1"), "aws.eu": literal("eu-west-1")})
	basis.region == "eu-west-1, us-east-1"
	none := pricing.basis with input as fixture.plan([])
	none.region == "us-east-1"
}
