package dev.afterflow.disputes;

import dev.afterflow.cases.Cases;
import dev.afterflow.security.Problem;
import dev.afterflow.words.Vocabulary;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All this room knows of a case's dispute, at once. */
@Component
class DisputeFolder {

    private final Cases cases;
    private final JdbcDisputes store;
    private final JdbcDisputeAnswers answers;
    private final DisputeItems items;
    private final DisputePacks packs;
    private final DisputeBooks books;
    private final DisputeCards cards;

    DisputeFolder(Cases cases, JdbcDisputes store, JdbcDisputeAnswers answers, DisputeItems items, DisputePacks packs, DisputeBooks books, DisputeCards cards) {
        this.cases = cases;
        this.store = store;
        this.answers = answers;
        this.items = items;
        this.packs = packs;
        this.books = books;
        this.cards = cards;
    }

    /** {@code dispute} is null when the case is none; {@code byCard}: its provider tells verdict and money; {@code complete} says whether the list is green. */
    record View(Dispute dispute, boolean byCard, String strategyGroundZh, String strategyGroundEn, boolean complete, List<DisputeItems.Item> items, List<DisputePacks.Pack> packs,
                List<JdbcDisputeAnswers.Sent> sent, List<DisputeBooks.Line> book, List<JdbcDisputes.Answer> answers) {
    }

    /** The dispute of a case; 404 if it has none, or lies outside the fence. */
    @Transactional(readOnly = true)
    Dispute find(String caseNumber) {
        return store.find(cases.find(caseNumber).number()).orElseThrow(() -> Problem.notFound("dispute"));
    }

    @Transactional(readOnly = true)
    View open(String caseNumber) {
        String number = cases.find(caseNumber).number();
        return store.find(number).map(this::view).orElse(new View(null, false, null, null, false, List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private View view(Dispute of) {
        List<DisputeItems.Item> list = items.shown(of);
        boolean byCard = cards.has(of);
        return new View(cards.counted(of), byCard, Vocabulary.half(of.advice().ground(), true), Vocabulary.half(of.advice().ground(), false), list.stream().noneMatch(DisputeItems.Item::missing), list,
                packs.of(of.caseNumber(), true), answers.of(of.caseNumber()), byCard ? cards.book(of) : books.of(of.caseNumber()), store.answers(of.caseNumber()));
    }
}
