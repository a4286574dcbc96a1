package org.certassist.desktop.driver;

import org.certassist.core.detection.DetectDrivers;
import org.certassist.core.detection.InstallDriver;
import org.certassist.core.detection.TryDriver;
import org.certassist.core.driver.CatalogueUpdates;
import org.certassist.core.driver.PickedDrivers;
import org.certassist.core.installer.RunInstaller;

/// What the place of the drivers works with.
public record DriverServices(
    DetectDrivers detection,
    InstallDriver installing,
    RunInstaller running,
    TryDriver trying,
    PickedDrivers picked,
    CatalogueUpdates catalogue) {}
