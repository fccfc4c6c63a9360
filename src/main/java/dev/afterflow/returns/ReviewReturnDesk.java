package dev.afterflow.returns;

import dev.afterflow.logistics.GoodsReturn;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The desk's side of reviewReturn. */
@Component
class ReviewReturnDesk implements DeskWork {

    private final JdbcReturns store;
    private final Gathering gathering;
    private final Homecoming homecoming;
    private final Amounts amounts;
    private final ReturnReview review;
    private final MarketRule market;
    private final MarketWord word;

    ReviewReturnDesk(JdbcReturns store, Gathering gathering, Homecoming homecoming, Amounts amounts, ReturnReview review,
                     MarketRule market, MarketWord word) {
        this.store = store;
        this.gathering = gathering;
        this.homecoming = homecoming;
        this.amounts = amounts;
        this.review = review;
        this.market = market;
        this.word = word;
    }

    @Override
    public String task() {
        return "reviewReturn";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Return known = store.find(caseNumber).orElseThrow(() -> Problem.notFound("request"));
        Facts facts = gathering.of(caseNumber);
        Optional<GoodsReturn> goods = homecoming.goods(caseNumber);
        Map<String, Object> form = new HashMap<>();
        form.put("agreed", Words.of(known.course().remedy()));
        form.put("reason", Words.of(known.finding().reasonType()));
        form.put("due", Words.of(amounts.owed(known, facts, goods)));
        form.put("whole", Words.of(amounts.forAll(known, facts)));
        form.put("came", goods.map(ReviewReturnDesk::came).orElse(""));
        form.put("found", goods.map(GoodsReturn::inspection).map(ReviewReturnDesk::found).orElse(""));
        form.put("sentBackNote", known.approval().note());
        form.put("marketRule", market.note(caseNumber));
        form.put("saidAt", word.waiting(caseNumber).stream().findFirst().map(now -> Words.of(now.platform())).orElse(""));
        form.put("marketGrounds", word.grounds(caseNumber));
        return form;
    }

    private static String came(GoodsReturn goods) {
        return goods.lines().stream().map(line -> "%s  %s/%d%s".formatted(line.title(), line.counted() == null ? "–" : line.counted(),
                line.quantity(), line.grade() == null ? "" : "  " + line.grade())).collect(Collectors.joining("\n"));
    }

    private static String found(GoodsReturn.Inspection inspection) {
        String ground = Vocabulary.half(inspection.ground(), Vocabulary.chinese());
        String words = inspection.words() == null ? "" : "\n" + inspection.words();
        return Words.of(inspection.outcome()) + (ground.isEmpty() ? "" : Vocabulary.chinese() ? "：" + ground : ": " + ground) + words;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        Reviewing.Typed said = new Reviewing.Typed(null, false, ReviewRequestDesk.text(input, "ground"), ReviewRequestDesk.text(input, "marketGround"),
                ReviewRequestDesk.text(input, "words"), ReviewRequestDesk.text(input, "note"), ReviewRequestDesk.files(input));
        ReturnReview.Typed typed = new ReturnReview.Typed(ReviewRequestDesk.text(input, "amount"), ReviewRequestDesk.text(input, "freight"), said);
        switch (ReviewRequestDesk.text(input, "ruling")) {
            case "accept" -> review.accept(caseNumber, typed, who);
            case "deduct" -> review.deduct(caseNumber, typed, who);
            case "refuse" -> review.refuse(caseNumber, typed, who);
            default -> throw Problem.invalid("ruling", "values", "请选择处理结果", "Choose a decision");
        }
        return Map.of();
    }
}
