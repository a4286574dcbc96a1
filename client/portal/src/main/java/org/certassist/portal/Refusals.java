package org.certassist.portal;

import java.util.Map;
import java.util.Set;
import org.certassist.core.portal.Problem;

/// The answers with which the portal says that it read a request and wants none of it: those that
/// docs/portal-api.yaml names, and no others.
///
/// Any other status or code may come from something that stands between, after the portal has done
/// what it was asked. One that only says "not now", "not without a login" or "I have something
/// under this id" is none either.
enum Refusals {
  LOGIN(
      Map.of(
          400, codes("bad-request"),
          401, codes("800 809 810 820 823 unit-unknown ca-unbound nonce origin"))),
  SUBMISSION(
      Map.of(
          400, codes("bad-request"),
          413, codes("too-large"),
          415, codes("bad-request"),
          422,
              codes(
                  "800 809 810 820 823"
                      + " unit-mismatch kind-unknown malformed too-many-rows window-closed")));

  @SuppressWarnings("ImmutableEnumChecker") // Map.of and Set.of are, which their types do not say
  private final Map<Integer, Set<String>> codes;

  /// @param codes by status
  Refusals(Map<Integer, Set<String>> codes) {
    this.codes = codes;
  }

  private static Set<String> codes(String words) {
    return Set.of(words.split(" "));
  }

  boolean include(Problem problem) {
    return codes.getOrDefault(problem.httpStatus(), Set.of()).contains(problem.code());
  }
}
