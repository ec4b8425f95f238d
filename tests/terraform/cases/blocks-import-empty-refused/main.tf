import {}
