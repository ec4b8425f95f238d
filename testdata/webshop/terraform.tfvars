region          = "eu-central-1"
domain          = "shop.example.com"
certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"

sites = {
  eu = {
    languages = ["de", "fr", "it"]
    buckets   = 2
  }
  us = {
    languages = ["en", "es"]
    buckets   = 1
  }
}
