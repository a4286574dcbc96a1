package org.certassist.cli.wiring;

import java.nio.file.Path;
import java.time.Clock;
import org.certassist.datafiles.HolderRulesFile;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.certificate.X509Certificates;
import org.certassist.page.AssistantLine;
import org.certassist.platform.ThisPc;
import org.certassist.print.PdfPapers;

/// The PC that a run works on, as far as a run can be put on another one.
///
/// @param pc what its system tells
/// @param papers prints with its fonts
/// @param assistants where pages ask for its certificate assistant
/// @param drivers how long its drivers may take
/// @param clock its clock
public record Workplace(
    ThisPc pc, PdfPapers papers, AssistantLine.Ports assistants, Deadlines drivers, Clock clock) {
  /// The PC that the program runs on.
  public static Workplace ofThisPc(Clock clock) {
    String system = System.getProperty("os.name");
    return new Workplace(
        ThisPc.of(
            system,
            System.getProperty("os.arch"),
            System.getenv(),
            Path.of(System.getProperty("java.home")),
            new X509Certificates(new HolderRulesFile().builtIn())),
        PdfPapers.onThisPc(system, System.getenv()),
        AssistantLine.Ports.USUAL,
        Deadlines.standard(),
        clock);
  }
}
