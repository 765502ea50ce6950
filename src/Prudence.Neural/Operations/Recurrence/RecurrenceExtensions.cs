namespace Prudence.Neural;

/// <summary>One step of recurrent networks. Weights are [gates * width, in] as in the files of torch.</summary>
public static class RecurrenceExtensions
{
    /// <summary>One step of a long short-term memory; gates in the order input, forget, cell, output.</summary>
    /// <returns>The new hidden state and the new cell state.</returns>
    public static (Tensor Hidden, Tensor Cell) LstmCell(
        this Tape tape, Tensor x, Tensor hidden, Tensor cell, Tensor inputWeight, Tensor hiddenWeight, Tensor? inputBias = null, Tensor? hiddenBias = null)
    {
        var width = hidden.Shape.Last;
        var gates = tape.Add(tape.Linear(x, inputWeight, inputBias), tape.Linear(hidden, hiddenWeight, hiddenBias));
        var input = tape.Sigmoid(Gate(tape, gates, 0, width));
        var forget = tape.Sigmoid(Gate(tape, gates, 1, width));
        var candidate = tape.Tanh(Gate(tape, gates, 2, width));
        var output = tape.Sigmoid(Gate(tape, gates, 3, width));
        var newCell = tape.Add(tape.Multiply(forget, cell), tape.Multiply(input, candidate));
        return (tape.Multiply(output, tape.Tanh(newCell)), newCell);
    }

    /// <summary>One step of a gated recurrent unit; gates in the order reset, update, new, the hidden bias of the last inside the reset product.</summary>
    public static Tensor GruCell(
        this Tape tape, Tensor x, Tensor hidden, Tensor inputWeight, Tensor hiddenWeight, Tensor? inputBias = null, Tensor? hiddenBias = null)
    {
        var width = hidden.Shape.Last;
        var fromInput = tape.Linear(x, inputWeight, inputBias);
        var fromHidden = tape.Linear(hidden, hiddenWeight, hiddenBias);
        var reset = tape.Sigmoid(tape.Add(Gate(tape, fromInput, 0, width), Gate(tape, fromHidden, 0, width)));
        var update = tape.Sigmoid(tape.Add(Gate(tape, fromInput, 1, width), Gate(tape, fromHidden, 1, width)));
        var candidate = tape.Tanh(tape.Add(Gate(tape, fromInput, 2, width), tape.Multiply(reset, Gate(tape, fromHidden, 2, width))));
        return tape.Add(candidate, tape.Multiply(update, tape.Subtract(hidden, candidate)));
    }

    private static Tensor Gate(Tape tape, Tensor gates, int gate, int width) => tape.Slice(gates, -1, gate * width, (gate + 1) * width);
}
