package org.certassist.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.time.ShanghaiTime;
import org.jspecify.annotations.Nullable;

/// What is known of a certificate's revocation; members that do not apply are left out.
///
/// @param state good, revoked or notChecked
/// @param source givenList, ocsp or list
/// @param reason why it was revoked, or why it was not checked
/// @param since when it was revoked; with `good`, after the time asked about
/// @param saidAt when the CA said that it was good
/// @param checkedAt when it was asked; left out where nobody was
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RevocationJson(
    String state,
    @Nullable String source,
    @Nullable String reason,
    @Nullable String since,
    @Nullable String saidAt,
    @Nullable String nextUpdate,
    @Nullable String checkedAt) {
  public static RevocationJson of(Revocation revocation, Instant checkedAt) {
    String asked = ShanghaiTime.text(checkedAt);
    return switch (revocation) {
      case Revocation.Good(var source, _, _, Optional<Revocation.Revoked> later)
          when later.isPresent() ->
          new RevocationJson(
              revocation.word(),
              source.word(),
              later.get().reason().word(),
              ShanghaiTime.text(later.get().since()),
              null,
              null,
              asked);
      case Revocation.Good good ->
          new RevocationJson(
              good.word(),
              good.source().word(),
              null,
              null,
              ShanghaiTime.text(good.saidAt()),
              good.nextUpdate().map(ShanghaiTime::text).orElse(null),
              asked);
      case Revocation.Revoked revoked ->
          new RevocationJson(
              revoked.word(),
              revoked.source().word(),
              revoked.reason().word(),
              ShanghaiTime.text(revoked.since()),
              null,
              null,
              asked);
      case Revocation.NotChecked(NotCheckedReason reason) ->
          new RevocationJson(
              revocation.word(),
              null,
              reason.word(),
              null,
              null,
              null,
              reason == NotCheckedReason.NOT_ASKED ? null : asked);
    };
  }
}
