package dev.afterflow.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Who plays what: the same stories for the same opening day, those in the middle first, so that the desk fills at once. */
final class Casting {

    private static final long SEED = 20261111;
    private static final int PAST_ROUNDS = 2;

    private final Instant opening;

    Casting(Instant opening) {
        this.opening = opening;
    }

    /** Every story of the demo. */
    List<Plot> all() {
        List<Script> scripts = new ArrayList<>(dealt(Scripts.present(), 1));
        scripts.addAll(dealt(Scripts.past(), PAST_ROUNDS));
        scripts.addAll(dealt(Scripts.care(), 1));
        scripts.addAll(dealt(ClaimScripts.claims(), 1));
        List<Plot> plots = new ArrayList<>();
        for (int no = 1; no <= scripts.size(); no++) {
            plots.add(plot(no, scripts.get(no - 1)));
        }
        return plots;
    }

    private static List<Script> dealt(List<Scripts.Share> shares, int rounds) {
        List<Script> deck = new ArrayList<>();
        shares.forEach(share -> deck.addAll(Collections.nCopies(share.weight() * rounds, share.script())));
        Collections.shuffle(deck, new Random(SEED));
        return deck;
    }

    Plot plot(int no, Script script) {
        int draw = new Random(SEED + no).nextInt(20);
        Storefront front = draw < 10 ? Storefront.LANTING : draw < 17 || script.claims() ? Storefront.MIDO : Storefront.VERDE;
        return new Plot(no, script, front, new ManyOrders(front, opening).id(no), "RF-D-%05d".formatted(no), null, List.of(), List.of(), List.of());
    }

    /** The order a story is about, as it is on the opening day. */
    Map<String, Object> order(Plot plot) {
        Duration here = Duration.ofHours(16 + plot.chance("here").nextInt(60));
        return new ManyOrders(plot.front(), opening).askedAbout(plot.no(), plot.script().state(), here);
    }

    /** When the buyer is said to have asked: in the last three months, or in the last three days; carriers take longer, but have a week for their answer. */
    Instant opened(Plot plot, Instant now) {
        Random chance = plot.chance("opened");
        if (plot.script().claims() && !plot.script().closes()) {
            return now.minusSeconds((long) ((2.5 + 3 * chance.nextDouble()) * 86_400));
        }
        double days = plot.script().closes() ? 1.5 + 88 * Math.pow(chance.nextDouble(), 1.1) : Math.pow(chance.nextDouble(), 2) * 2.6 + 0.01;
        return now.minusSeconds((long) (days * 86_400));
    }
}
