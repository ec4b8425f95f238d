# Comprehend: models that read text.

setting "aws-comprehend-customer-key" {
  title    = "Trained models are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens this model"
  layer    = "encryption"
  severity = "info"

  resource  = ["aws_comprehend_entity_recognizer", "aws_comprehend_document_classifier"]
  attribute = "model_kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads a model that remembers what it was trained with."
  remedy     = "name a KMS key of yours in model_kms_key_id"
  careful    = "the model is trained anew"
  aliases    = ["CKV_AWS_267"]
  references = ["https://docs.aws.amazon.com/comprehend/latest/dg/kms-in-comprehend.html"]
  since      = "0.1.0"
}

setting "aws-comprehend-volume-customer-key" {
  title    = "Volumes of training are encrypted with a key of your own"
  problem  = "A key that AWS holds alone opens the volumes on which this model is trained"
  layer    = "encryption"
  severity = "info"

  resource  = ["aws_comprehend_entity_recognizer", "aws_comprehend_document_classifier"]
  attribute = "volume_kms_key_id"
  condition = is_own_key(value)

  why        = "With your own key you decide, and can see, who reads the text that models are trained with."
  remedy     = "name a KMS key of yours in volume_kms_key_id"
  careful    = "the model is trained anew"
  aliases    = ["CKV_AWS_268"]
  references = ["https://docs.aws.amazon.com/comprehend/latest/dg/kms-in-comprehend.html"]
  since      = "0.1.0"
}
