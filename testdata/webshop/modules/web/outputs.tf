output "dns_name" {
  value = aws_lb.this.dns_name
}

output "task_security_group_id" {
  value = aws_security_group.task.id
}

output "task_role_arn" {
  value = aws_iam_role.task.arn
}
