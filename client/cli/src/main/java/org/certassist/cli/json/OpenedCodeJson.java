package org.certassist.cli.json;

import java.util.List;
import java.util.stream.Stream;
import org.certassist.core.helpdesk.PhoneCode;

/// The answer of `doctor --open CODE --json`.
///
/// @param phoneCode in its groups
/// @param causes numbers, the one to begin with first
/// @param says in words
public record OpenedCodeJson(String phoneCode, List<Integer> causes, List<String> says) {
  public static OpenedCodeJson of(PhoneCode code, List<Integer> further, List<String> says) {
    Stream<Integer> first = code.cause().stream().boxed();
    return new OpenedCodeJson(code.digits(), Stream.concat(first, further.stream()).toList(), says);
  }
}
