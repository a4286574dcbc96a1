package org.certassist.desktop;

import java.time.ZoneId;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.calendar.CalendarPane;
import org.certassist.desktop.carry.CarryState;
import org.certassist.desktop.carry.MadePane;
import org.certassist.desktop.certificate.CertificatesPlace;
import org.certassist.desktop.check.CheckPane;
import org.certassist.desktop.doctor.DoctorPlace;
import org.certassist.desktop.driver.DriversPlace;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.outbox.OutboxPane;
import org.certassist.desktop.outbox.OutboxViewModel.Listing;
import org.certassist.desktop.reconcile.ReconcilePlace;
import org.certassist.desktop.results.ResultsPane;
import org.certassist.desktop.results.ResultsState;
import org.certassist.desktop.send.MainActBar;
import org.certassist.desktop.send.SendPane;
import org.certassist.desktop.send.SendState;

/// The middle of the window: a pane for each place, and of the filing place the one that fits how
/// far the filing has come.
final class WorkArea extends StackPane {
  private final ViewModels models;

  WorkArea(ViewModels models, Asking asking, ShanghaiTime time, ObservableValue<Words> words) {
    this.models = models;
    CheckPane checkPane = new CheckPane(models.check, asking, words);
    VBox.setVgrow(checkPane, Priority.ALWAYS);
    VBox filing =
        new VBox(
            12,
            checkPane,
            new MainActBar(
                models.send,
                models.carry,
                models.fill,
                models.handIn,
                models.check,
                models.keys.state(),
                models.profile,
                asking,
                time,
                models::showEarlier,
                words));
    SendPane sending =
        new SendPane(models.send, models.evidence, models.profile, words, models::anew, asking);
    OutboxPane outboxPane =
        new OutboxPane(
            models.outbox,
            models.send,
            models.carry,
            models.handIn,
            models.evidence,
            models.results::open,
            asking,
            models.keys.state(),
            models.profile,
            words);
    ResultsPane resultsPane =
        new ResultsPane(
            models.results,
            models.outbox.listing().map(Listing::histories),
            models.profile,
            asking,
            words);
    ReconcilePlace reconcilePlace =
        new ReconcilePlace(models.reconcile, models.elsewhere, models.profile, asking, words);
    MadePane made = new MadePane(models.carry, models.handIn, models.profile, words, models::anew);
    CertificatesPlace certificates =
        new CertificatesPlace(models.certificates, models.profile, asking, time, words);
    DriversPlace drivers = new DriversPlace(models.drivers, models.profile, asking, words);
    DoctorPlace doctor =
        new DoctorPlace(
            models.checkup,
            models.explain,
            models.help,
            models.bundles,
            models.log,
            asking,
            models.profile,
            time,
            words);
    CalendarPane calendar =
        new CalendarPane(
            models.profile,
            models.keys.state(),
            models.outbox.listing(),
            time,
            ZoneId.systemDefault(),
            words);
    shownWhen(filing, Work.CHECKING);
    shownWhen(sending, Work.SENDING);
    shownWhen(made, Work.MADE);
    ObservableValue<Boolean> taking =
        models.results.state().map(state -> !(state instanceof ResultsState.Closed));
    outboxPane
        .visibleProperty()
        .bind(models.place.isEqualTo(Place.OUTBOX).flatMap(is -> taking.map(now -> is && !now)));
    resultsPane
        .visibleProperty()
        .bind(models.place.isEqualTo(Place.OUTBOX).flatMap(is -> taking.map(now -> is && now)));
    reconcilePlace.visibleProperty().bind(models.place.isEqualTo(Place.RECONCILE));
    certificates.visibleProperty().bind(models.place.isEqualTo(Place.CERTIFICATES));
    drivers.visibleProperty().bind(models.place.isEqualTo(Place.DRIVERS));
    doctor.visibleProperty().bind(models.place.isEqualTo(Place.DOCTOR));
    calendar.visibleProperty().bind(models.place.isEqualTo(Place.CALENDAR));
    getChildren()
        .setAll(
            filing,
            sending,
            made,
            outboxPane,
            resultsPane,
            reconcilePlace,
            certificates,
            drivers,
            doctor,
            calendar);
    getStyleClass().add("work");
  }

  /// What the place of filing shows.
  private enum Work {
    CHECKING,
    SENDING,
    MADE
  }

  private void shownWhen(Node node, Work work) {
    ObservableValue<Work> now =
        models
            .send
            .state()
            .flatMap(state -> models.carry.state().map(carried -> work(state, carried)));
    node.visibleProperty()
        .bind(models.place.flatMap(where -> now.map(is -> where == Place.FILING && is == work)));
  }

  private static Work work(SendState sending, CarryState carried) {
    if (isSending(sending)) {
      return Work.SENDING;
    }
    return carried instanceof CarryState.Made ? Work.MADE : Work.CHECKING;
  }

  private static boolean isSending(SendState state) {
    return switch (state) {
      case SendState.Sending _,
          SendState.Ended _,
          SendState.NotSent _,
          SendState.Cancelled _,
          SendState.OutboxStopped _,
          SendState.OutboxSent _ ->
          true;
      case SendState.Idle _,
          SendState.Preparing _,
          SendState.NotPrepared _,
          SendState.OutboxNotBegun _,
          SendState.Asking _ ->
          false;
    };
  }
}
