# Web application firewalls.

setting "aws-wafv2-logging" {
  title    = "The firewall logs what it sees"
  problem  = "Nobody can say what this firewall let through"
  layer    = "logging"
  severity = "low"

  resource  = "aws_wafv2_web_acl"
  condition = value != null
  companion "aws_wafv2_web_acl_logging_configuration" {
    via = "resource_arn"
  }

  why        = "An attack that got through, and a rule that turns customers away, look the same from outside."
  remedy     = "add an aws_wafv2_web_acl_logging_configuration that names this firewall in resource_arn"
  aliases    = ["CKV2_AWS_31"]
  references = ["https://docs.aws.amazon.com/waf/latest/developerguide/logging.html"]
  since      = "0.1.0"
}

setting "aws-wafv2-rules" {
  title    = "The firewall has rules"
  problem  = "This firewall has no rule and lets every request through"
  layer    = "network"
  severity = "low"

  resource  = "aws_wafv2_web_acl"
  filter    = !anytrue([for d in attrs.default_action : length(d.block) > 0]) # then it lets nothing through
  subject   = coalescelist([for r in attrs.rule : r.name], compact([attrs.rule_json]), [null])[0]
  condition = value != null
  companion "aws_wafv2_web_acl_rule_group_association" {
    via       = "web_acl_arn"
    attribute = "rule_name"
  }

  why        = "It is taken for a protection that is not there."
  aliases    = ["CKV_AWS_175"]
  references = ["https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html"]
  since      = "0.1.0"
}

setting "aws-wafv2-known-bad-inputs" {
  title    = "The firewall stops requests that are known attacks"
  problem  = "Requests such as those that exploit Log4j pass this firewall"
  layer    = "network"
  severity = "low"

  resource = "aws_wafv2_web_acl"
  # rules in JSON, and those that are attached from elsewhere, are not looked into
  filter = !anytrue([for d in attrs.default_action : length(d.block) > 0]) && attrs.rule_json == null && referring(attrs, "aws_wafv2_web_acl_rule_group_association", "web_acl_arn")[0] == null
  # in JSON syntax a block may be an object or a list of them
  subject = flatten([
    for r in attrs.rule : [
      for s in flatten([r.statement]) : [
        for m in flatten([s.managed_rule_group_statement]) : m.name
        if m.name == "AWSManagedRulesKnownBadInputsRuleSet"
        && !anytrue([for o in r.override_action : length(o.count) > 0])
        && !anytrue([for e in flatten([m.excluded_rule]) : startswith(e.name, "Log4JRCE")])
        && !anytrue(flatten([for o in flatten([m.rule_action_override]) : [for a in flatten([o.action_to_use]) : startswith(o.name, "Log4JRCE") && (a.count != null || a.allow != null)]]))
      ]
    ]
  ])[0]
  condition = value != null

  why        = "Such requests are sent to every address on the internet all day; one old library behind it is enough."
  aliases    = ["CKV_AWS_192", "CKV2_AWS_47", "CKV2_AWS_76", "CKV2_AWS_77", "CKV2_AWS_78"]
  references = ["https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html"]
  since      = "0.1.0"
}

setting "aws-wafv2-rule-action" {
  title    = "Each rule of a firewall does something"
  problem  = "This rule has no action"
  layer    = "network"
  severity = "low"

  on "aws_wafv2_web_acl" "aws_wafregional_web_acl" {
    for_each  = attrs.rule
    condition = length(each.value.action) > 0 || length(each.value.override_action) > 0
  }
  on "aws_waf_web_acl" {
    for_each  = attrs.rules
    condition = length(each.value.action) > 0 || length(each.value.override_action) > 0
  }
  on "aws_wafv2_rule_group" {
    for_each  = attrs.rule
    condition = length(each.value.action) > 0
  }

  why        = "It is taken for a protection that is not there."
  aliases    = ["CKV_AWS_342"]
  references = ["https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-action.html"]
  since      = "0.1.0"
}
