package dev.afterflow.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Plays carriers over many claims by a seed: they ask for more, refuse and think better of it, agree to all or a part, say it twice, say
 * nothing and pay, pay in parts, too much, not at all, and take money back. What they said and transferred stands in their own books.
 */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class CarrierPlay {

    private final WorkOrderBooks books;
    private final WorkOrderDesk desk;

    CarrierPlay(WorkOrderBooks books, WorkOrderDesk desk) {
        this.books = books;
        this.desk = desk;
    }

    /** Rows as the seller's mail room and bank clerk hand them in at {@code /api/intake/answers} and {@code settlements}. */
    record Post(List<Map<String, Object>> answers, List<Map<String, Object>> settlements) {
    }

    Post post(List<String> numbers) {
        return new Post(desk.letters(numbers), desk.lines(numbers));
    }

    Post play(long seed, List<String> numbers) {
        books.under(numbers).forEach(order -> play(new Random(seed * 31 + order.reference().hashCode()), order));
        return post(numbers);
    }

    private void play(Random random, WorkOrderBooks.Order order) {
        long value = order.valueMinor();
        long granted = random.nextInt(4) == 0 ? 0 : random.nextInt(3) == 0 ? 1 + random.nextLong(value) : value;
        boolean speaks = granted == 0 || random.nextInt(6) > 0;
        if (random.nextInt(10) == 0) {
            desk.says(order.id(), WorkOrderDesk.Outcome.ASK, null, null);
        }
        if (granted > 0 && random.nextInt(5) == 0) {
            desk.says(order.id(), WorkOrderDesk.Outcome.DENY, null, null);
        }
        for (int times = speaks ? 1 + random.nextInt(2) : 0; times > 0; times--) {
            desk.says(order.id(), granted == 0 ? WorkOrderDesk.Outcome.DENY : granted == value ? WorkOrderDesk.Outcome.AGREE : WorkOrderDesk.Outcome.PART, granted, null);
        }
        pay(random, order, granted, speaks);
    }

    private void pay(Random random, WorkOrderBooks.Order order, long granted, boolean speaks) {
        boolean owes = speaks && random.nextInt(8) == 0;
        boolean tooMuch = speaks && granted == order.valueMinor() && random.nextInt(10) == 0;
        long left = owes ? 0 : tooMuch ? granted + 1 + random.nextInt(500) : granted;
        int parts = 0;
        while (left > 0) {
            long part = parts < 2 && random.nextInt(3) == 0 ? 1 + random.nextLong(left) : left;
            books.pay(order, ++parts, null, part);
            left -= part;
        }
        if (parts > 0 && speaks && random.nextInt(15) == 0) {
            books.payments(List.of(order.reference())).forEach(paid -> books.pay(order, 10 + paid.n(), paid.n(), paid.amountMinor()));
        }
    }
}
