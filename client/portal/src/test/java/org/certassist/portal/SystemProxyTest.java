package org.certassist.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemProxyTest {
  private static final Proxy PROXY =
      new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 3128));

  @ParameterizedTest
  @CsvSource({
    "https://127.0.0.1:8443/, false",
    "https://127.0.0.2/, false",
    "https://localhost/, false",
    "https://LOCALHOST/, false",
    "https://[::1]:8443/, false",
    "https://127.0.0.1.example.cn/, true",
    "https://rs.jshrss.jiangsu.gov.cn/, true",
  })
  void thisPcIsNeverReachedThroughAProxy(URI address, boolean proxied) {
    assertThat(
            new SystemProxy(ProxySelector.of((InetSocketAddress) PROXY.address())).select(address))
        .isEqualTo(proxied ? List.of(PROXY) : List.of(Proxy.NO_PROXY));
  }

  @Test
  void withoutSystemSettingsThereIsNoProxy() {
    URI address = URI.create("https://rs.jshrss.jiangsu.gov.cn/");
    assertThat(new SystemProxy(null).select(address)).containsExactly(Proxy.NO_PROXY);
    ProxySelector empty =
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            return List.of();
          }

          @Override
          public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {}
        };
    assertThat(new SystemProxy(empty).select(address)).containsExactly(Proxy.NO_PROXY);
  }
}
