# Engines of caches.

variable "text" {
  type = string
}

resource "aws_elasticache_cluster" "memcached" {
  cluster_id = "memcached"
  engine     = "memcached" # expect: insecure aws-elasticache-redis
}

resource "aws_elasticache_cluster" "redis" {
  cluster_id = "redis"
  engine     = "redis" # expect: secure aws-elasticache-redis
}

resource "aws_elasticache_cluster" "valkey" {
  cluster_id = "valkey"
  engine     = "valkey" # expect: secure aws-elasticache-redis
}

resource "aws_elasticache_cluster" "member" { # expect: not_applicable aws-elasticache-redis
  cluster_id           = "member"
  replication_group_id = "group"
}

resource "aws_elasticache_cluster" "unknown" {
  cluster_id = "unknown"
  engine     = var.text # expect: unknown aws-elasticache-redis because var.text
}
