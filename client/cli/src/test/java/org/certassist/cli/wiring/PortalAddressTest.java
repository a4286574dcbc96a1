package org.certassist.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.certassist.core.fault.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://127.0.0.1:8443, https://127.0.0.1:8443",
    "HTTPS://127.0.0.1:8443, https://127.0.0.1:8443",
    "https://localhost:8443, https://127.0.0.1:8443",
    "https://portal.example/api, https://portal.example/api"
  })
  void anAddressIsTakenAsThePortalKnowsItself(String given, String taken) throws FaultException {
    assertThat(PortalAddress.of(URI.create(given), true).uri()).isEqualTo(URI.create(taken));
  }

  @Test
  void localhostStaysAsItIsElsewhere() throws FaultException {
    assertThat(PortalAddress.of(URI.create("https://localhost"), false).uri())
        .isEqualTo(URI.create("https://localhost"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1",
        "https:///x",
        "https://127.0.0.1:0",
        "https://127.0.0.1:70000",
        "https://127.0.0.1/?a=1",
        "https://127.0.0.1/#a",
        "portal.example"
      })
  void anythingElseIsRefused(String given) {
    assertThatThrownBy(() -> PortalAddress.of(URI.create(given), true))
        .isInstanceOfSatisfying(
            FaultException.class,
            refused -> assertThat(refused.fault().id()).isEqualTo("usage.portalAddress"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:secretpw@127.0.0.1:9102",
        "https://127.0.0.1/?token=secretpw",
        "https://user:a/secretpw@127.0.0.1",
        "https://user:a@secretpw@127.0.0.1",
        "https://user:a?secretpw@127.0.0.1",
        "https://user:secretpw#a@127.0.0.1",
        "user:secretpw@127.0.0.1",
        "//user:secretpw@127.0.0.1"
      })
  void aPasswordInItIsRefusedAndNotToldOn(String given) {
    assertThatThrownBy(() -> PortalAddress.of(URI.create(given), true))
        .hasMessageNotContaining("secretpw")
        .isInstanceOfSatisfying(
            FaultException.class,
            refused -> assertThat(refused.fault().details().toString()).doesNotContain("secretpw"));
  }
}
