package org.certassist.cli.wiring;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;

/// The address of a portal's REST interface, as somebody gave it: https, a host, perhaps a port and
/// a path, and nothing else.
///
/// A name and password before the host are refused and never told on: they would reach the log.
record PortalAddress(URI uri) {
  private static final String HTTPS = "https";
  private static final String LOOPBACK = "127.0.0.1";
  private static final int LARGEST_PORT = 65_535;

  /// @param practice the practice portal knows itself as 127.0.0.1, also where it is called
  ///   localhost
  /// @throws FaultException `usage.portalAddress`
  static PortalAddress of(URI given, boolean practice) throws FaultException {
    String scheme = Optional.ofNullable(given.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    String host = Optional.ofNullable(given.getHost()).orElse("");
    boolean usable =
        scheme.equals(HTTPS)
            && !host.isEmpty()
            && hasPort(given)
            && given.getRawUserInfo() == null
            && given.getRawQuery() == null
            && given.getRawFragment() == null;
    if (!usable) {
      throw new FaultException(UsageFault.of("usage.portalAddress", withoutSecrets(given)));
    }
    String known = practice && host.equalsIgnoreCase("localhost") ? LOOPBACK : host;
    String port = given.getPort() == -1 ? "" : ":" + given.getPort();
    String path = Optional.ofNullable(given.getRawPath()).orElse("");
    return new PortalAddress(URI.create(HTTPS + "://" + known + port + path));
  }

  /// Absent (443), or one that exists.
  private static boolean hasPort(URI portal) {
    return portal.getPort() == -1 || (portal.getPort() > 0 && portal.getPort() <= LARGEST_PORT);
  }

  /// What stands before an @ or behind a question mark may be somebody's password or token. A
  /// password may have a slash, a question mark or an @ in it, and the https may have been left
  /// out.
  private static String withoutSecrets(URI given) {
    return given
        .toString()
        .replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*://)?.*@", "$1…@")
        .replaceFirst("[?#].*", "…");
  }
}
