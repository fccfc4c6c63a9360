package dev.afterflow.returns;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.remedies.Remedies;
import dev.afterflow.returns.Return.State;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a buyer does meanwhile: withdraws, asks for something else, writes; and where the request has to turn for it. */
@Component
@Transactional
class Meanwhile {

    private final JdbcReturns store;
    private final Gathering gathering;
    private final Homecoming homecoming;
    private final Remedies remedies;
    private final Cases cases;
    private final Timeline timeline;

    Meanwhile(JdbcReturns store, Gathering gathering, Homecoming homecoming, Remedies remedies, Cases cases, Timeline timeline) {
        this.store = store;
        this.gathering = gathering;
        this.homecoming = homecoming;
        this.remedies = remedies;
        this.cases = cases;
        this.timeline = timeline;
    }

    /** Where the process turns: nowhere, to its end, back to the start, or to the goods that came back. */
    enum Turn { NONE, END, ANEW, GOODS }

    /** Takes the request back until money is decided; goods of the buyer's that are here or on their way go back to them. */
    Turn withdrawn(String caseNumber, boolean byPlatform) {
        Optional<Return> held = store.lock(caseNumber);
        if (held.isEmpty() || held.get().state().isEnd() && !held.get().state().mayBeWithdrawn()) {
            return Turn.NONE;
        }
        Return known = held.get();
        if (!known.state().mayBeWithdrawn()) {
            return note(caseNumber, "退款已下达，无法撤销", "The refund is already decided and cannot be taken back");
        }
        if (homecoming.replacementLeft(caseNumber)) {
            return note(caseNumber, "补发的货品已寄出，无法撤销", "The goods sent again have left, it cannot be taken back");
        }
        if (homecoming.onTheirWay(caseNumber)) {
            store.save(known.course(known.course().back()));
            return note(caseNumber, "退回的包裹在途，收到后寄还买家", "The parcel is on its way to us; it will be sent back to the buyer");
        }
        store.save(known.to(byPlatform ? State.PLATFORM_CLOSED : State.WITHDRAWN));
        return homecoming.areHere(caseNumber) ? Turn.GOODS : Turn.END;
    }

    /** Another wish begins anew while nothing has been sent back; an answer to a refusal or to a question always does. */
    Turn changed(String caseNumber, boolean insists) {
        Optional<Return> held = store.lock(caseNumber);
        if (held.isEmpty()) {
            return Turn.NONE;
        }
        Return known = insists ? staying(held.get()) : held.get();
        boolean other = !gathering.of(caseNumber).wish().equals(known.course().wish());
        return switch (known.state()) {
            case ASKED -> Turn.ANEW;
            case REFUSED -> afterRefusal(known, insists || other);
            case OFFERED -> insists || other ? anew(known) : Turn.NONE;
            case REVIEW -> other ? Turn.ANEW : Turn.NONE;
            case AGREED, GOODS -> other ? whileUnderWay(known) : Turn.NONE;
            case DECIDED -> note(caseNumber, "退款已下达，请求的改变不再影响", "The refund is already decided; the change no longer matters");
            default -> Turn.NONE;
        };
    }

    /** Who insists has not withdrawn, though their parcel was on its way. */
    private Return staying(Return known) {
        Return stays = known.course(known.course().staying());
        store.save(stays);
        return stays;
    }

    private Turn afterRefusal(Return known, boolean other) {
        if (known.course().ruling() == null) {
            return Turn.ANEW;
        }
        if (!other) {
            return Turn.NONE;
        }
        store.save(known.to(State.GOODS).course(known.course().ruled(null)));
        cases.state(known.caseNumber(), Case.State.OPEN);
        return Turn.GOODS;
    }

    private Turn whileUnderWay(Return known) {
        String number = known.caseNumber();
        if (homecoming.onTheirWay(number) || homecoming.areHere(number) || homecoming.replacementLeft(number)) {
            return note(number, "请求有变化，货品已在途，按新的请求继续", "The request changed while goods are under way; it goes on with the new wish");
        }
        return anew(known);
    }

    private Turn anew(Return known) {
        remedies.withdraw(known.caseNumber());
        homecoming.freeReserved(known.caseNumber());
        return Turn.ANEW;
    }

    /** Words that answer an open offer otherwise than by one of its options go to a person. */
    Turn wrote(String caseNumber, String text) {
        return store.lock(caseNumber).filter(known -> known.state() == State.OFFERED && !remedies.isChoice(caseNumber, text))
                .map(this::anew).orElse(Turn.NONE);
    }

    private Turn note(String caseNumber, String zh, String en) {
        timeline.add(caseNumber, "REQUEST", zh, en, Map.of());
        return Turn.NONE;
    }
}
