package org.certassist.cli.json;

import org.certassist.texts.FaultText;

/// What every `--json` document holds where the command failed.
///
/// @param message what happened and what it means for the declaration
/// @param next what to do now
public record ErrorJson(String id, String message, String next) {
  public static ErrorJson of(String id, FaultText text) {
    return new ErrorJson(id, (text.what() + " " + text.meaning()).strip(), text.next());
  }
}
