package dev.afterflow.disputes;

import dev.afterflow.prints.Print;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a pack says, in the language of whoever decides. */
final class PackText {

    private PackText() {
    }

    static String title(Dispute of, boolean chinese) {
        return (chinese ? "举证材料：" : "Evidence: ") + of.matter();
    }

    static List<Print.Section> sections(Dispute of, List<DisputeItems.Item> list, List<DisputePacks.Entry> files, String incomplete, boolean chinese,
                                          Function<Instant, String> day) {
        List<Print.Section> sections = new ArrayList<>();
        sections.add(Print.Section.of(chinese ? "案情" : "The matter", matter(of, chinese, day)));
        if (of.statement() != null && of.statement().words() != null) {
            sections.add(Print.Section.of(chinese ? "我方陈述" : "Our statement", of.statement().words()));
        }
        list.stream().filter(item -> !item.code().equals("STATEMENT")).forEach(item -> sections.add(item(item, files, chinese)));
        if (incomplete != null) {
            sections.add(Print.Section.of(chinese ? "未能提供的材料" : "What could not be supplied", incomplete));
        }
        sections.add(Print.Section.of(chinese ? "文件清单与哈希（SHA-256）" : "Files and hashes (SHA-256)",
                files.isEmpty() ? "-" : files.stream().map(file -> file.name() + "\n" + file.sha256()).collect(Collectors.joining("\n"))));
        return sections;
    }

    private static String matter(Dispute of, boolean chinese, Function<Instant, String> day) {
        return DisputeWords.of(of.kind().name(), chinese) + "  " + DisputeWords.of(of.reason(), chinese) + "\n"
                + (chinese ? "订单 " : "Order ") + String.valueOf(of.orderId()) + "\n" + (chinese ? "金额 " : "Amount ") + of.money().amount().display(chinese) + "\n"
                + (chinese ? "答复期限 " : "To be answered by ") + day.apply(of.times().dueAt()) + (of.words() == null ? "" : "\n" + (chinese ? "对方的话：" : "The other side: ") + of.words());
    }

    private static Print.Section item(DisputeItems.Item item, List<DisputePacks.Entry> files, boolean chinese) {
        String named = files.stream().filter(file -> file.item().equals(item.code())).map(DisputePacks.Entry::name).collect(Collectors.joining(", "));
        String words = Stream.of(item.shown(), item.words(), named.isEmpty() ? null : (chinese ? "见文件 " : "See ") + named).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return Print.Section.of(chinese ? item.titleZh() : item.titleEn(), words.isEmpty() ? "-" : words);
    }
}
