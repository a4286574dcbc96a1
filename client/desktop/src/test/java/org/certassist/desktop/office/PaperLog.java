package org.certassist.desktop.office;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.HelpdeskFault;
import org.certassist.core.helpdesk.LogBook;

/// A log in memory.
public final class PaperLog implements LogBook {
  public volatile List<String> lines =
      List.of(
          "2026-11-22T09:58:02.114+08:00 INFO Wiring certassist 0.1.0 begins",
          "2026-11-22T09:58:03.377+08:00 INFO DriverHost 飞天 ePass3000GM: C_Initialize 12 ms,"
              + " CKR_OK",
          "2026-11-22T09:58:41.020+08:00 WARN SendDeclaration 李梅 of 苏州练习电子有限公司 is refused",
          "org.certassist.core.portal.PortalException: portal.notReached",
          "\tat org.certassist.portal.HttpPortal.submit(HttpPortal.java:118)",
          "2026-11-22T09:59:00.001+08:00 DEBUG BridgeKeys looked at 3 drivers");

  private volatile Level level = Level.INFO;

  /// For the time of one look, in their order.
  public final List<Level> levelsSet = new CopyOnWriteArrayList<>();

  /// Why the level is not kept, where it is not.
  public volatile Optional<HelpdeskFault> trouble = Optional.empty();

  @Override
  public Level level() {
    return level;
  }

  @Override
  public void setLevel(Level now) {
    levelsSet.add(now);
    level = now;
  }

  @Override
  public void keepLevel(Level now) throws FaultException {
    level = now;
    if (trouble.isPresent()) {
      throw new FaultException(trouble.get());
    }
  }

  @Override
  public List<String> lines(int most) {
    return lines.subList(Math.max(0, lines.size() - most), lines.size());
  }
}
