# Mail.

variable "text" {
  type = string
}

resource "aws_ses_configuration_set" "silent" { # expect: unset aws-ses-tls
  name = "silent"
}

resource "aws_ses_configuration_set" "optional" {
  name = "optional"

  delivery_options {
    tls_policy = "Optional" # expect: insecure aws-ses-tls
  }
}

resource "aws_ses_configuration_set" "required" {
  name = "required"

  delivery_options {
    tls_policy = "Require" # expect: secure aws-ses-tls
  }
}

resource "aws_sesv2_configuration_set" "required" {
  configuration_set_name = "required"

  delivery_options {
    tls_policy = "REQUIRE" # expect: secure aws-ses-tls
  }
}

resource "aws_sesv2_configuration_set" "optional" {
  configuration_set_name = "optional"

  delivery_options {
    tls_policy = "OPTIONAL" # expect: insecure aws-ses-tls
  }
}

resource "aws_sesv2_configuration_set" "unknown" {
  configuration_set_name = "unknown"

  delivery_options {
    tls_policy = var.text # expect: unknown aws-ses-tls because var.text
  }
}
