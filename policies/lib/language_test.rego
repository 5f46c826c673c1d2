package lib.language_test

import data.lib.language
import rego.v1

refused(settings) := {problem.message | some problem in problems} if {
	problems := language.problems with data.settings as settings
}

tiers := {"web": {"types": "aws_lb"}, "app": {"behind": "web"}}

test_allow_what_is_declared if {
	refused({"tiers": tiers, "peers": {"office": ["203.0.113.0/24", "sg-1"]}, "flows": [{"from": ["internet", "office"], "to": "web", "ports": [80, "443-444"]}, {"from": "web", "to": "self", "protocol": "all"}]}) == set()
	refused({"flows": [{"from": "internet", "to": "alb", "protocol": "tcp", "port": 80}]}) == set()
}

test_deny_names_that_nobody_declares if {
	refused({"tiers": tiers, "flows": [{"from": "internet", "to": "wbe", "port": 80}]}) == {"the flows of the settings name wbe, which flows.json does not define"}
	refused({"tiers": tiers, "flows": [{"from": "alb", "to": "web", "port": 80}]}) == {"the flows of the settings name alb, which flows.json does not define"}
	refused({"tiers": {"app": {"behind": "web"}}}) == {"the tier app selects by the tier web, which the settings do not name"}
	refused({"tiers": tiers, "peers": {"web": ["sg-1"]}}) == {"web has two definitions in flows.json"}
}

test_deny_ranges_that_are_none if {
	refused({"peers": {"office": ["203.0.113.7/24"]}}) == {"office of flows.json lists 203.0.113.7/24, which is not an address range"}
	refused({"peers": {"office": ["203.0.113/24"]}}) == {"office of flows.json lists 203.0.113/24, which is not an address range"}
	every ports in [["90-80"], ["1-70000"], ["x"]] {
		refused({"tiers": tiers, "flows": [{"from": "app", "to": "web", "ports": ports}]}) == {"a flow from app to web has ports that cannot be read"}
	}
}
