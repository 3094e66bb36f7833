// DetectionPipeline
