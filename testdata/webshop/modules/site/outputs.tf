output "domain_name" {
  value = aws_cloudfront_distribution.this.domain_name
}

output "buckets" {
  value = aws_s3_bucket.b[*].id
}
