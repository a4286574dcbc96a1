package org.certassist.portal.publication;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/// Where a stranger's certificate may send this PC: http and https, without a user's name, and to
/// nothing on this PC or in its own network unless that is allowed.
///
/// A host is judged by name before it is looked up and by every address that it turns out to have,
/// in the very lookup that the connection uses, so that a name cannot mean two things. Where the
/// system names a proxy, the proxy looks names up, and the name is all there is to judge.
final class AddressRules implements Dns {
  private static final List<Network> NOT_PUBLIC =
      List.of(
          new Network(8, 0),
          new Network(10, 100, 64),
          new Network(24, 192, 0, 0),
          new Network(15, 198, 18),
          new Network(4, 240));

  /// A number in the last place makes the whole an IPv4 address (WHATWG URL §3.5), in one of its
  /// older ways of writing where there are not four of them.
  private static final Pattern NUMBER_AT_THE_END =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");

  private static final Pattern FOUR_NUMBERS =
      Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})(?:\\.|$)){4}");
  private final boolean privateAddresses;

  AddressRules(boolean privateAddresses) {
    this.privateAddresses = privateAddresses;
  }

  /// The first bits of IPv4 addresses that nobody on the open network has.
  private record Network(int bits, int... bytes) {
    boolean has(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int here = bit / 8 < bytes.length ? bytes[bit / 8] : 0;
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (here & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  /// The address where it may be asked.
  Optional<HttpUrl> allowed(URI address) {
    return Optional.ofNullable(HttpUrl.parse(address.toString())).filter(this::allows);
  }

  boolean allows(HttpUrl address) {
    if (!address.username().isEmpty() || !address.password().isEmpty()) {
      return false;
    }
    return privateAddresses || isPublicName(address.host());
  }

  private static boolean isPublicName(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    if (NUMBER_AT_THE_END.matcher(name).matches() && !FOUR_NUMBERS.matcher(name).matches()) {
      return false;
    }
    if (name.indexOf(':') >= 0 || FOUR_NUMBERS.matcher(name).matches()) {
      try {
        return isPublic(InetAddress.getByName(name));
      } catch (UnknownHostException noAddress) {
        return false;
      }
    }
    return name.indexOf('.') > 0
        && !name.endsWith(".localhost")
        && !name.endsWith(".local")
        && !name.endsWith(".internal");
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> found = Dns.SYSTEM.lookup(host);
    if (!privateAddresses && !found.stream().allMatch(AddressRules::isPublic)) {
      throw new RefusedHostException(host);
    }
    return found;
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address _ -> NOT_PUBLIC.stream().noneMatch(network -> network.has(bytes));
      case Inet6Address _ -> isPublicSix(bytes);
      default -> false;
    };
  }

  /// Only what is handed out (2000::/3), and none of the forms that carry an IPv4 address.
  private static boolean isPublicSix(byte[] bytes) {
    boolean handedOut = (bytes[0] & 0xe0) == 0x20;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean teredo = Arrays.equals(bytes, 0, 4, new byte[] {0x20, 0x01, 0, 0}, 0, 4);
    return handedOut && !sixToFour && !teredo;
  }

  /// A name that leads to where this PC may not be sent.
  static final class RefusedHostException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    RefusedHostException(String host) {
      super(host);
    }
  }
}
