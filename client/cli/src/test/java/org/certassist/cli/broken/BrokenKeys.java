package org.certassist.cli.broken;

import static org.certassist.cli.broken.Broken.one;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.cli.broken.Issuer.Issued;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.diagnosis.Cause;
import tools.jackson.databind.node.ObjectNode;

/// What can be wrong with a key and with what is on it.
final class BrokenKeys {
  static final Unit ANOTHER = new Unit("91320509MA1MXXXX26", "吴江别家有限公司", UnitType.ORDINARY);

  private static final Instant YESTERDAY = MadePc.NOW.minus(Duration.ofDays(1));
  private static final Instant TOMORROW = MadePc.NOW.plus(Duration.ofDays(1));
  private static final int TRIES = 3;

  private BrokenKeys() {}

  static List<Broken> all() {
    return List.of(
        one("nothing is on the key", Cause.KEY_EMPTY, pc -> pc.key()),
        one(
            "only an encryption certificate is on the key",
            Cause.CERTIFICATE_ENCRYPTION_ONLY,
            pc -> pc.key(pc.issuer().draft().forEncryption().issue())),
        one("the PIN is locked", Cause.PIN_LOCKED, pc -> pc.mistypePin(TRIES)),
        one("one try of the PIN is left", Cause.PIN_LAST_TRY, pc -> pc.mistypePin(TRIES - 1)),
        one("a wrong PIN was typed", Cause.PIN_WRONG_TRIED, pc -> pc.mistypePin(1)),
        one(
            "the PIN must be changed before the first use",
            Cause.PIN_MUST_CHANGE,
            pc ->
                pc.token(
                    "pin = " + Simulator.PIN + "\nmust-change = after-login", pc.issuer().good())),
        one(
            "the key was never given a PIN",
            Cause.PIN_NOT_SET,
            pc -> pc.token("so-pin = " + Simulator.SO_PIN, pc.issuer().good())),
        one(
            "the certificate has expired",
            Cause.CERTIFICATE_EXPIRED,
            pc -> pc.key(pc.issuer().draft().until(YESTERDAY).issue())),
        one(
            "the certificate is not valid yet",
            Cause.CERTIFICATE_NOT_YET_VALID,
            pc -> pc.key(pc.issuer().draft().from(TOMORROW).issue())),
        one("the certificate was revoked", Cause.CERTIFICATE_REVOKED, BrokenKeys::revoked),
        one(
            "the certificate is of a CA that the portal does not trust",
            Cause.CERTIFICATE_CHAIN,
            pc -> pc.key(new Issuer("another root").good())),
        one(
            "the certificate's key is too weak (RSA 1024)",
            Cause.CERTIFICATE_UNSUITABLE,
            pc -> pc.key(pc.issuer().draft().rsa(1024).issue())),
        one(
            "the certificate is a web server's",
            Cause.CERTIFICATE_UNSUITABLE,
            pc -> pc.key(pc.issuer().draft().forServers().issue())),
        one(
            "the certificate on the key cannot be read",
            Cause.CERTIFICATE_MALFORMED,
            BrokenDrivers.failing("C_GetAttributeValue", SimulatedFault.garbage())),
        one(
            "a declaration waits for another unit's key",
            Cause.CERTIFICATE_WRONG_UNIT,
            pc -> pc.keepForLater(ANOTHER)),
        one(
            "the certificate ends in ten days",
            Cause.CERTIFICATE_ENDS_SOON,
            pc -> pc.key(pc.issuer().draft().until(MadePc.NOW.plus(Duration.ofDays(10))).issue())),
        one(
            "the certificate names no number of the unit, and the region looks for one",
            Cause.CERTIFICATE_UNBOUND,
            pc -> {
              needs(pc).put("unitsNumber", true);
              pc.key(pc.issuer().draft().unbound().issue());
            }),
        one(
            "the certificate is RSA, and the region wants SM2",
            Cause.CERTIFICATE_UPGRADE_NEEDED,
            pc -> {
              needs(pc).put("sm2", true);
              pc.key(pc.issuer().draft().rsa(2048).issue());
            }),
        one(
            "the CA's list cannot be had, and the region signs nothing without it",
            Cause.REVOCATION_NOT_CHECKED,
            pc -> lists(pc, new MockResponse.Builder().code(503).build())));
  }

  /// What the region wants of certificates, in its data file.
  private static ObjectNode needs(MadePc pc) {
    ObjectNode needs = pc.profile().putObject("certificate");
    needs.putObject("source").put("document", "tests").put("date", "2026-11");
    return needs;
  }

  private static void revoked(MadePc pc) throws IOException {
    Issued issued = pc.issuer().good();
    pc.key(issued);
    Buffer list = new Buffer().write(pc.issuer().listRevoking(issued.certificate()));
    lists(pc, new MockResponse.Builder().code(200).body(list).build());
  }

  /// A region with a list of its own, which gets this answer.
  static void lists(MadePc pc, MockResponse answer) throws IOException {
    MadeServer server = new MadeServer(answer);
    pc.closeAfterwards(server::close);
    ObjectNode revocation = pc.profile().putObject("revocation");
    revocation.put("required", true).put("privateAddresses", true);
    revocation.putArray("lists").add(server.address() + "ca.crl");
  }
}
