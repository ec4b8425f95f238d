# A user in no group.

resource "aws_iam_user" "alone" { # expect: unset aws-iam-user-group
  name = "alone"
}

resource "aws_iam_user" "member" {
  name = "member"
}

resource "aws_iam_group_membership" "readers" {
  name  = "readers"
  group = "readers" # expect: secure aws-iam-user-group
  users = [aws_iam_user.member.name]
}
