# Insights switched on for every cluster of the account.

resource "aws_ecs_account_setting_default" "insights" {
  name  = "containerInsights"
  value = "enhanced"
}

resource "aws_ecs_account_setting_default" "trunking" {
  name  = "awsvpcTrunking"
  value = "disabled"
}

resource "aws_ecs_cluster" "silent" { # expect: secure aws-ecs-container-insights
  name = "silent"
}
