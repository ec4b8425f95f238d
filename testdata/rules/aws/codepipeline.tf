# Pipelines.

variable "text" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}

resource "aws_codepipeline" "silent" {
  name     = "silent"
  role_arn = "arn:aws:iam::123456789012:role/pipeline"

  artifact_store { # expect: unset aws-codepipeline-customer-key
    type     = "S3"
    location = "acme-artifacts"
  }

  stage {
    name = "Source"

    action {
      name             = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeStarSourceConnection"
      version          = "1"
      output_artifacts = ["source"]
    }
  }

  stage {
    name = "Build"

    action {
      name            = "Build"
      category        = "Build"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["source"]
    }
  }
}

resource "aws_codepipeline" "own" {
  name     = "own"
  role_arn = "arn:aws:iam::123456789012:role/pipeline"

  artifact_store {
    type     = "S3"
    location = "acme-artifacts"

    encryption_key {
      id   = aws_kms_key.own.arn # expect: secure aws-codepipeline-customer-key
      type = "KMS"
    }
  }

  stage {
    name = "Source"

    action {
      name             = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeStarSourceConnection"
      version          = "1"
      output_artifacts = ["source"]
    }
  }

  stage {
    name = "Build"

    action {
      name            = "Build"
      category        = "Build"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["source"]
    }
  }
}

resource "aws_codepipeline" "named" {
  name     = "named"
  role_arn = "arn:aws:iam::123456789012:role/pipeline"

  artifact_store {
    type     = "S3"
    location = "acme-artifacts"

    encryption_key {
      id   = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # expect: secure aws-codepipeline-customer-key
      type = "KMS"
    }
  }

  stage {
    name = "Source"

    action {
      name             = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeStarSourceConnection"
      version          = "1"
      output_artifacts = ["source"]
    }
  }

  stage {
    name = "Build"

    action {
      name            = "Build"
      category        = "Build"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["source"]
    }
  }
}

resource "aws_codepipeline" "unknown" {
  name     = "unknown"
  role_arn = "arn:aws:iam::123456789012:role/pipeline"

  artifact_store {
    type     = "S3"
    location = "acme-artifacts"

    encryption_key {
      id   = var.text # expect: unknown aws-codepipeline-customer-key because var.text
      type = "KMS"
    }
  }

  stage {
    name = "Source"

    action {
      name             = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeStarSourceConnection"
      version          = "1"
      output_artifacts = ["source"]
    }
  }

  stage {
    name = "Build"

    action {
      name            = "Build"
      category        = "Build"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["source"]
    }
  }
}
