package org.certassist.platform.installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.core.installer.Installer;
import org.certassist.core.installer.InstallerException;
import org.certassist.core.installer.InstallerFault;
import org.certassist.platform.system.Elevation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The code signature of a file, as Windows' own PowerShell judges it. Not run on Windows so far.
final class Authenticode implements Publishers {
  private static final Logger LOG = LoggerFactory.getLogger(Authenticode.class);

  /// A revocation list may be fetched for it.
  private static final int MOST_SECONDS = 60;

  private static final int LONGEST_ANSWER = 16 << 10;

  /// The variable in which the file's path goes over, so that no name is read as a command.
  private static final String FILE = "CERTASSIST_FILE";

  /// The name of the state is .NET's own and the same in every language; the publisher's is in
  /// base64, because the console's encoding is not known.
  private static final String SCRIPT =
      "$ErrorActionPreference = 'Stop';"
          + " $s = Get-AuthenticodeSignature -LiteralPath $env:CERTASSIST_FILE;"
          + " 'status ' + $s.Status.ToString();"
          + " if ($s.SignerCertificate) { 'publisher ' + [Convert]::ToBase64String("
          + "[Text.Encoding]::UTF8.GetBytes("
          + "$s.SignerCertificate.GetNameInfo('SimpleName', $false))) }";

  private static final Pattern ANSWER =
      Pattern.compile(
          "\\s*status (?<status>[A-Za-z]{1,40})\\s+(?:publisher"
              + " (?<publisher>[A-Za-z0-9+/=]*)\\s*)?");

  private final List<String> command;

  /// @param systemRoot the folder of Windows
  Authenticode(String systemRoot) {
    this.command = Elevation.powerShell(systemRoot, SCRIPT);
  }

  List<String> command() {
    return command;
  }

  @Override
  public void check(Path file, Installer installer)
      throws InstallerException, InterruptedException {
    Optional<String> found;
    try {
      found = publisher(answer(file));
    } catch (IOException notJudged) {
      throw new InstallerException(
          InstallerFault.of("publisherUnknown", installer.fileName(), installer.publisher()),
          notJudged);
    }
    if (found.filter(installer.publisher()::equals).isEmpty()) {
      throw new InstallerException(
          InstallerFault.of(
              "otherPublisher", installer.fileName(), installer.publisher(), found.orElse("")));
    }
  }

  private String answer(Path file) throws IOException, InterruptedException {
    ProcessBuilder asking =
        new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD);
    asking.environment().put(FILE, file.toString());
    Process process = asking.start();
    process.getOutputStream().close();
    Thread.ofVirtual().start(() -> endLater(process));
    try {
      byte[] answer = process.getInputStream().readNBytes(LONGEST_ANSWER);
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IOException("PowerShell ended with " + exit);
      }
      return new String(answer, StandardCharsets.US_ASCII);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void endLater(Process process) {
    try {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException ended) {
      process.destroyForcibly();
    }
  }

  /// The publisher of a file whose signature is valid; empty where it is not, or names none.
  ///
  /// @throws IOException where the answer is none
  static Optional<String> publisher(String answer) throws IOException {
    Matcher said = ANSWER.matcher(answer);
    if (!said.matches()) {
      throw new IOException("no answer about a signature: " + answer.strip());
    }
    if (!"Valid".equals(said.group("status"))) {
      LOG.warn("no valid signature: {}", answer.strip());
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(said.group("publisher"))
          .map(name -> new String(Base64.getDecoder().decode(name), StandardCharsets.UTF_8))
          .filter(name -> !name.isBlank());
    } catch (IllegalArgumentException noBase64) {
      throw new IOException("no name of a publisher: " + answer.strip(), noBase64);
    }
  }
}
