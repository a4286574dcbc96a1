package org.certassist.core.declaration;

/// Whether a column must be filled.
public enum Requirement {
  REQUIRED,
  OPTIONAL,
  /// Required under a condition that a rule of its own knows.
  CONDITIONAL,
  /// Only for human-resource-service and labour-dispatch units, and then true and complete.
  DISPATCH_ONLY
}
