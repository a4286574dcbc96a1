package org.certassist.platform.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.certassist.core.helpdesk.KnownSecret;
import org.certassist.core.helpdesk.Secrecy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What this PC itself says that must not leave: who is logged in, what the PC is called, and with
/// what its proxies are logged in to.
public final class OwnNames {
  private static final Logger LOG = LoggerFactory.getLogger(OwnNames.class);
  private static final int LONGEST = 256;

  private static final List<String> USERS = List.of("USER", "LOGNAME", "USERNAME");
  private static final List<String> FOLDERS = List.of("HOME", "USERPROFILE");
  private static final List<String> PCS = List.of("HOSTNAME", "COMPUTERNAME", "USERDOMAIN");
  private static final List<String> PROXIES =
      List.of("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY");

  private static final Pattern SEPARATORS = Pattern.compile("[\\\\/]+");

  /// A password may have anything in it, or be none.
  private static final Pattern LOGIN = Pattern.compile("://([^/@:]*)(?::(.*))?@");

  private final Map<String, String> environment;
  private final Function<String, @Nullable String> properties;
  private final Path hostname;

  /// @param properties the system's properties by name
  /// @param hostname `/proc/sys/kernel/hostname`, which need not be there
  public OwnNames(
      Map<String, String> environment,
      Function<String, @Nullable String> properties,
      Path hostname) {
    this.environment = Map.copyOf(environment);
    this.properties = properties;
    this.hostname = hostname;
  }

  /// Each that is there.
  public List<KnownSecret> list() {
    List<KnownSecret> found = new ArrayList<>();
    Stream.concat(
            Stream.concat(variables(USERS), property("user.name")),
            Stream.concat(variables(FOLDERS), property("user.home")).map(OwnNames::last))
        .map(name -> new KnownSecret(Secrecy.USER, name))
        .forEach(found::add);
    Stream.concat(variables(PCS), hostname())
        .flatMap(name -> Stream.of(name, name.split("\\.", 2)[0]))
        .map(name -> new KnownSecret(Secrecy.PC, name))
        .forEach(found::add);
    variables(PROXIES).map(OwnNames::login).forEach(found::addAll);
    property("http.proxyPassword").forEach(word -> found.add(secret(word)));
    return found.stream().filter(each -> !each.value().isBlank()).distinct().toList();
  }

  private Stream<String> variables(List<String> names) {
    return names.stream().map(environment::get).flatMap(Stream::ofNullable);
  }

  private Stream<String> property(String name) {
    return Stream.ofNullable(properties.apply(name));
  }

  /// Both separators, since a variable may have been brought from elsewhere.
  private static String last(String folder) {
    List<String> parts = SEPARATORS.splitAsStream(folder).filter(part -> !part.isEmpty()).toList();
    return parts.isEmpty() ? "" : parts.getLast();
  }

  private static List<KnownSecret> login(String proxy) {
    Matcher login = LOGIN.matcher(proxy);
    return login.find()
        ? Stream.of(Optional.of(login.group(1)), Optional.ofNullable(login.group(2)))
            .flatMap(Optional::stream)
            .filter(word -> !word.isEmpty())
            .map(OwnNames::secret)
            .toList()
        : List.of();
  }

  private static KnownSecret secret(String word) {
    return new KnownSecret(Secrecy.TOKEN, word);
  }

  private Stream<String> hostname() {
    if (!Files.isRegularFile(hostname)) {
      return Stream.empty();
    }
    try (InputStream in = Files.newInputStream(hostname)) {
      return Stream.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip());
    } catch (IOException unreadable) {
      LOG.debug("the PC's name cannot be read", unreadable);
      return Stream.empty();
    }
  }
}
