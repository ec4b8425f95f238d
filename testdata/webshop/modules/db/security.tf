resource "aws_security_group" "this" {
  name        = "${var.name}-db"
  description = "Clients of the database"
  vpc_id      = var.vpc_id
}

# One rule for each client, and none for addresses.
resource "aws_vpc_security_group_ingress_rule" "client" {
  count = length(var.clients)

  security_group_id            = aws_security_group.this.id
  description                  = "PostgreSQL"
  referenced_security_group_id = var.clients[count.index]
  from_port                    = 5432
  to_port                      = 5432
  ip_protocol                  = "tcp"
}
