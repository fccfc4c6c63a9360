package dev.afterflow.sandbox;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fills the demo's shops once the doors are open, behind everybody's back so that nobody waits for it. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class OpeningDay {

    private static final Logger LOG = LoggerFactory.getLogger(OpeningDay.class);
    private static final int HANDS = 4;
    private static final int TOLD_EVERY_SECONDS = 12;
    private static final int MOST_TRIES = 10;

    private final Stockroom stockroom;
    private final Theatre theatre;
    private final Plots plots;
    private final BackOffice office;
    private final MailRoom mail;
    private final Progress progress;
    private final boolean full;

    OpeningDay(Stockroom stockroom, Theatre theatre, Plots plots, BackOffice office, MailRoom mail, Progress progress,
            @Value("${afterflow.demo.size:small}") String size) {
        this.stockroom = stockroom;
        this.theatre = theatre;
        this.plots = plots;
        this.office = office;
        this.mail = mail;
        this.progress = progress;
        this.full = size.equals("full");
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        Thread thread = new Thread(this::stock, "demo-shop");
        thread.setDaemon(true);
        thread.start();
    }

    private void stock() {
        try {
            progress.begins(Progress.Part.GOODS);
            stockroom.stock();
            if (full && !plots.filled()) {
                stories();
            }
            progress.done();
            LOG.info("The demo's shops are ready: {}", full ? Stockroom.ORDERS + " orders, " + plots.count().all() + " cases" : "the small world");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            progress.failed();
            LOG.warn("The demo's shops could not be filled to the end; the next start goes on where this one was", e);
        }
    }

    private void stories() throws InterruptedException {
        Casting casting = new Casting(stockroom.opening());
        List<Plot> all = casting.all();
        all.forEach(plots::cast);
        List<Plot> left = plots.unfinished();
        for (Storefront front : Storefront.values()) {
            stockroom.deliver(front, left.stream().filter(plot -> plot.front() == front && plot.played().isEmpty()).map(casting::order).toList());
        }
        stockroom.picture();
        progress.begins(Progress.Part.STORIES);
        ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor();
        try {
            teller.scheduleWithFixedDelay(this::tell, TOLD_EVERY_SECONDS, TOLD_EVERY_SECONDS, TimeUnit.SECONDS);
            theatre.play(left, casting, HANDS);
        } finally {
            teller.shutdown();
            teller.awaitTermination(30, TimeUnit.SECONDS);
        }
        for (int tries = 0; tries < MOST_TRIES && plots.untold(); tries++) {
            tell();
        }
        progress.begins(Progress.Part.HISTORY);
        stockroom.fill(all.size());
        office.reconcile();
        mail.open(stockroom.opening());
        if (!plots.untold()) {
            plots.fill();
        }
    }

    private void tell() {
        try {
            plots.tell();
            Progress.Stand stand = progress.stand();
            LOG.info("The demo's shops are filling: {} of {} cases ({} %)", stand.cases(), stand.of(), stand.percent());
        } catch (RuntimeException busy) {
            LOG.info("What was played is told a little later: {}", busy.getMessage());
        }
    }
}
