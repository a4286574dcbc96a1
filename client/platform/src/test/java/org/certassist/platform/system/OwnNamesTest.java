package org.certassist.platform.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.certassist.core.helpdesk.KnownSecret;
import org.certassist.core.helpdesk.Secrecy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnNamesTest {
  @TempDir Path folder;

  private static List<KnownSecret> names(
      Map<String, String> environment, Map<String, String> properties, Path hostname) {
    return new OwnNames(environment, properties::get, hostname).list();
  }

  @Test
  void userFolderPcAndProxyLoginsAreNamed() throws Exception {
    Path hostname = Files.writeString(folder.resolve("hostname"), "hr-pc7.corp.example\n");
    List<KnownSecret> found =
        names(
            Map.of(
                "USERNAME", "lixf",
                "USERPROFILE", "C:\\Users\\li.xiaofang",
                "COMPUTERNAME", "HR-PC7",
                "USERDOMAIN", "FZLX",
                "https_proxy", "http://proxyuser:@proxy:8080",
                "HTTPS_PROXY", "http://corp%5Clixf:Gehe@1/m?@proxy:8080",
                "HTTP_PROXY", "http://proxy:8080"),
            Map.of("user.home", "/home/lixf", "http.proxyPassword", "w0rd"),
            hostname);

    assertThat(found)
        .containsExactlyInAnyOrder(
            new KnownSecret(Secrecy.USER, "lixf"),
            new KnownSecret(Secrecy.USER, "li.xiaofang"),
            new KnownSecret(Secrecy.PC, "HR-PC7"),
            new KnownSecret(Secrecy.PC, "FZLX"),
            new KnownSecret(Secrecy.TOKEN, "proxyuser"),
            new KnownSecret(Secrecy.PC, "hr-pc7.corp.example"),
            new KnownSecret(Secrecy.PC, "hr-pc7"),
            new KnownSecret(Secrecy.TOKEN, "corp%5Clixf"),
            new KnownSecret(Secrecy.TOKEN, "Gehe@1/m?"),
            new KnownSecret(Secrecy.TOKEN, "w0rd"));
  }

  @Test
  void aPcThatSaysNothingHasNoNames() {
    assertThat(names(Map.of("HOME", "/"), Map.of(), folder.resolve("none"))).isEmpty();
  }
}
