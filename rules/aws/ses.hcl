# SES: mail that programs send.

setting "aws-ses-tls" {
  title    = "Mail is sent over TLS only"
  problem  = "Mail goes out readable where the other side speaks no TLS"
  layer    = "transit"
  severity = "low"

  resource     = ["aws_ses_configuration_set", "aws_sesv2_configuration_set"]
  attribute    = "delivery_options.tls_policy"
  default      = "Optional"
  default_note = "AWS tries TLS, and sends without if it must"
  condition    = lower(value) == "require"

  why        = "Whoever sits between can make the other side look as if it spoke none, and read along."
  fix        = { "delivery_options.tls_policy" = meta.type == "aws_ses_configuration_set" ? "Require" : "REQUIRE" }
  careful    = "mail to servers without TLS bounces"
  aliases    = ["CKV_AWS_365"]
  references = ["https://docs.aws.amazon.com/ses/latest/dg/security-protocols.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/ses-controls.html"]
  since      = "0.1.0"
}
