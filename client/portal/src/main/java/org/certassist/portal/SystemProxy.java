package org.certassist.portal;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The system's proxy settings, except that nothing on this PC is ever asked for through a proxy.
public final class SystemProxy extends ProxySelector {
  private final @Nullable ProxySelector system;

  public SystemProxy(@Nullable ProxySelector system) {
    this.system = system;
  }

  @Override
  public List<Proxy> select(@Nullable URI address) {
    if (system == null || address == null || isThisPc(address)) {
      return List.of(Proxy.NO_PROXY);
    }
    List<Proxy> proxies = system.select(address);
    return proxies == null || proxies.isEmpty() ? List.of(Proxy.NO_PROXY) : proxies;
  }

  static boolean isThisPc(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.matches("127\\.\\d+\\.\\d+\\.\\d+")
        || host.equals("[::1]")
        || host.equals("::1");
  }

  @Override
  public void connectFailed(
      @Nullable URI address, @Nullable SocketAddress proxy, @Nullable IOException failure) {
    if (system != null) {
      system.connectFailed(address, proxy, failure);
    }
  }
}
