package dev.afterflow.platforms;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.faults.House;
import dev.afterflow.platforms.PlatformPapers.Paper;
import dev.afterflow.security.Audit;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.json.JsonMapper;

/** The product with one rule of writing to a marketplace broken, each a main class of its own: what the fault harness must catch. */
public final class MarketMutants {

    private static final String TAOBAO = "taobaoMarket";

    private MarketMutants() {
    }

    /** "Look before you write" broken: what had no clear answer is written again without looking whether it is there. */
    public static final class WritesAgain {

        public static void main(String[] arguments) {
            House.broken(TAOBAO, Blind.class, arguments);
        }
    }

    /** Silence counts as a yes. */
    public static final class BelievesItself {

        public static void main(String[] arguments) {
            House.broken(TAOBAO, Credulous.class, arguments);
        }
    }

    /** A number said twice is asked for twice. */
    public static final class AsksTwice {

        public static void main(String[] arguments) {
            House.broken("platformRequests", Forgetful.class, arguments);
        }
    }

    /** Never sees what it said before. */
    static class Blind extends TaobaoMarket {

        Blind(TaobaoAccounts accounts, TopCalls calls, TaobaoLists lists, TaobaoVerbs verbs, JsonMapper json, Clock clock) {
            super(accounts, calls, lists, verbs, json, clock);
        }

        @Override
        public boolean isThere(PlatformRequest request, Told now) {
            return false;
        }
    }

    /** Takes no answer for a yes. */
    static class Credulous extends TaobaoMarket {

        private static final Set<Result> UNCLEAR = Set.of(Result.UNKNOWN, Result.UNSENT);

        Credulous(TaobaoAccounts accounts, TopCalls calls, TaobaoLists lists, TaobaoVerbs verbs, JsonMapper json, Clock clock) {
            super(accounts, calls, lists, verbs, json, clock);
        }

        @Override
        public Outcome write(PlatformRequest request, Told now, List<Paper> papers, String typed) {
            try {
                Outcome outcome = super.write(request, now, papers, typed);
                return UNCLEAR.contains(outcome.result()) ? Outcome.done(null) : outcome;
            } catch (Away silence) {
                return Outcome.done(null);
            }
        }
    }

    /** Does not know a number it has heard before: the second time it is another request. */
    static class Forgetful extends PlatformRequests {

        private final JdbcPlatformRequests rows;

        Forgetful(JdbcPlatformRequests rows, Markets markets, Outbox outbox, Audit audit, ApplicationEventPublisher events, Clock clock) {
            super(rows, markets, outbox, audit, events, clock);
            this.rows = rows;
        }

        @Override
        void add(PlatformRequest request) {
            super.add(rows.find(request.number()).isEmpty() ? request : other(request));
        }

        private static PlatformRequest other(PlatformRequest like) {
            return new PlatformRequest(like.number() + "x", like.caseNumber(), like.shop(), like.kind(), like.matter(), like.seen(), like.amount(), like.reason(), like.words(),
                like.more());
        }
    }
}
