package lib.declared_test

import data.lib.declared
import rego.v1

test_what_is_null_is_missing if {
	settings := {
		"flows": [],
		"budgets": {"web_desired_usd": null, "stack_desired_usd": 130},
		"limits": {"group": null, "load_balancer_zones": 2, "refresh_minimum_healthy_percent": 0},
	}
	missing := declared.missing with data.settings as settings
	missing == {"flows", "budgets.web_desired_usd", "limits.group"}
	limits := declared.limits with data.settings as settings
	limits == {"load_balancer_zones": 2, "refresh_minimum_healthy_percent": 0}
	not declared.no_budget with data.settings as settings
}

test_nothing_of_ours_is_missing if declared.missing == set()

test_the_defaults_declare_nothing_of_an_architecture if {
	settings := data.defaults
	declared.missing == {
		"flows",
		"budgets.web_desired_usd", "budgets.stack_desired_usd", "budgets.stack_maximum_usd",
		"limits.group", "limits.health_check_grace_period_seconds", "limits.cpu_target_percent",
		"limits.refresh_minimum_healthy_percent", "limits.instance_classes", "limits.database_classes",
		"limits.load_balancer_zones", "limits.private_subnets", "limits.health_check",
	} with data.settings as settings
	declared.limits == {"backup_retention_days": 1, "internet": {"ipv4_prefix": 8, "ipv6_prefix": 13}} with data.settings as settings
	declared.no_budget with data.settings as settings
}

test_flows_that_are_missing_or_no_list_are_none if {
	every settings in [{}, {"flows": null}, {"flows": {}}, {"flows": {"a": 1}}, {"flows": "text"}, {"flows": []}] {
		flows := declared.flows with data.settings as settings
		flows == []
		missing := declared.missing with data.settings as settings
		missing == {"flows"}
		not declared.some_flow with data.settings as settings
	}
}

test_a_budget_that_is_not_there_counts_as_declared if {
	every budgets in [{}, null, {"stack_maximum_usd": 1, "web_desired_usd": null}] {
		not declared.no_budget with data.settings.budgets as budgets
	}
}
