namespace Prudence.Neural.Files;

/// <summary>A model file is not what its format asks for. The message says where, what was expected and what was found.</summary>
/// <param name="message">Where, what was expected, what was found.</param>
/// <param name="cause">What went wrong below, if anything did.</param>
public sealed class ModelFileException(string message, Exception? cause = null) : Exception(message, cause);
