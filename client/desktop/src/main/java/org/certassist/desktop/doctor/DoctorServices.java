package org.certassist.desktop.doctor;

import org.certassist.core.diagnosis.Pc;
import org.certassist.core.driver.Products;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.ExaminePc;
import org.certassist.core.knowledge.Explain;
import org.certassist.core.knowledge.Knowledge;
import org.certassist.core.repair.PutRight;

/// What the window looks at this PC with, explains and puts right with.
///
/// @param products the keys that phone codes name by number
public record DoctorServices(
    ThisPc pc,
    ExaminePc examine,
    PutRight repairs,
    Knowledge knowledge,
    Explain explain,
    Products products,
    HelpServices help) {
  /// This PC, made anew for every look.
  @FunctionalInterface
  public interface ThisPc {
    Pc now() throws FaultException, InterruptedException;
  }
}
