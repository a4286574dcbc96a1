package org.certassist.portal.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # address,                          anyone's, with private ones allowed
          http://crl.example.cn/ca.crl,       true,  true
          https://crl.example.cn/ca.crl,      true,  true
          http://crl.example.cn:8080/a?b=c,   true,  true
          http://8.8.8.8/ca.crl,              true,  true
          http://[2606:4700::1111]/ca.crl,    true,  true
          http://127.0.0.1/ca.crl,            false, true
          http://127.1/ca.crl,                false, true
          http://0x7f000001/ca.crl,           false, true
          http://2130706433/ca.crl,           false, true
          http://localhost/ca.crl,            false, true
          http://x.localhost/ca.crl,          false, true
          http://printer.local/ca.crl,        false, true
          http://intranet/ca.crl,             false, true
          http://intranet./ca.crl,            false, true
          http://localhost./ca.crl,           false, true
          http://printer.local./ca.crl,       false, true
          http://crl.example.cn./ca.crl,      true,  true
          http://0x7f.1/ca.crl,               false, true
          http://127.0.0.1./ca.crl,           false, true
          http://1.2.3.0x4/ca.crl,            false, true
          http://crl.example.4cn/ca.crl,      true,  true
          http://0.0.0.0/ca.crl,              false, true
          http://10.1.2.3/ca.crl,             false, true
          http://172.16.0.1/ca.crl,           false, true
          http://192.168.1.1/ca.crl,          false, true
          http://169.254.169.254/ca.crl,      false, true
          http://100.64.0.1/ca.crl,           false, true
          http://198.19.0.1/ca.crl,           false, true
          http://224.0.0.1/ca.crl,            false, true
          http://255.255.255.255/ca.crl,      false, true
          http://[::1]/ca.crl,                false, true
          http://[::]/ca.crl,                 false, true
          http://[::ffff:127.0.0.1]/ca.crl,   false, true
          http://[64:ff9b::7f00:1]/ca.crl,    false, true
          http://[2002:7f00:1::]/ca.crl,      false, true
          http://[2001:0:7f00::1]/ca.crl,     false, true
          http://[fe80::1]/ca.crl,            false, true
          http://[fd00::1]/ca.crl,            false, true
          http://user@crl.example.cn/ca.crl,  false, false
          http://u:p@crl.example.cn/ca.crl,   false, false
          file:///etc/passwd,                 false, false
          ftp://crl.example.cn/ca.crl,        false, false
          ldap://ldap.example.cn/cn=ca,       false, false
          jar:http://crl.example.cn/a!/b,     false, false
          """)
  void aCertificateMaySendThisPcToFewPlaces(String address, boolean anyone, boolean privately) {
    assertThat(new AddressRules(false).allowed(URI.create(address)).isPresent()).isEqualTo(anyone);
    assertThat(new AddressRules(true).allowed(URI.create(address)).isPresent())
        .isEqualTo(privately);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"100.127.255.255", "192.0.0.8", "240.0.0.1", "198.18.0.1", "0.1.2.3", "fc00::1"})
  void anAddressThatNobodyOnTheOpenNetworkHasIsNotPublic(String address) throws Exception {
    assertThat(AddressRules.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"100.63.255.255", "100.128.0.1", "198.20.0.1", "2400::1"})
  void theirNeighboursAre(String address) throws Exception {
    assertThat(AddressRules.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void aNameIsJudgedByWhatItLeadsTo() throws Exception {
    assertThat(new AddressRules(true).lookup("localhost")).isNotEmpty();
    assertThatThrownBy(() -> new AddressRules(false).lookup("localhost"))
        .isInstanceOf(AddressRules.RefusedHostException.class);
  }
}
