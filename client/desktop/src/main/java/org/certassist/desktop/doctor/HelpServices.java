package org.certassist.desktop.doctor;

import org.certassist.core.helpdesk.Bundles;
import org.certassist.core.helpdesk.LogBook;
import org.certassist.core.helpdesk.MakeBundle;
import org.certassist.core.helpdesk.ProgramFacts;
import org.certassist.core.helpdesk.QrCodes;

/// What the window helps the helpdesk with.
public record HelpServices(
    ProgramFacts program, MakeBundle making, Bundles bundles, QrCodes qrCodes, LogBook log) {}
