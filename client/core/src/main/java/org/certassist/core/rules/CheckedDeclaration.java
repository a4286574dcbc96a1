package org.certassist.core.rules;

import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.Kind;

/// A declaration in which no rule found an error; only [RuleBook] makes one, and only one of these
/// can be signed.
public final class CheckedDeclaration {
  private final Kind kind;
  private final Content content;

  CheckedDeclaration(Kind kind, Content content) {
    this.kind = kind;
    this.content = content;
  }

  public Kind kind() {
    return kind;
  }

  public Content content() {
    return content;
  }

  @Override
  public String toString() {
    return "CheckedDeclaration[" + content + "]";
  }
}
