package org.certassist.desktop.doctor;

import java.util.Optional;
import java.util.function.Function;
import org.certassist.core.helpdesk.Bundles;
import org.certassist.core.helpdesk.LogBook;
import org.certassist.core.helpdesk.MakeBundle;
import org.certassist.core.helpdesk.ProgramFacts;
import org.certassist.core.helpdesk.QrCodes;
import org.certassist.core.profile.Profile;

/// What the window helps the helpdesk with.
///
/// @param regions the profiles that this program knows, by id
public record HelpServices(
    ProgramFacts program,
    MakeBundle making,
    Bundles bundles,
    QrCodes qrCodes,
    LogBook log,
    Function<String, Optional<Profile>> regions) {}
